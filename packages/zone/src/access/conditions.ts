import type { Actor } from "./roles.ts";
import type { Subject } from "./subjects.ts";

/** When a sentence holds; pure, so that a screen and the server answer alike. */
export type Condition = (actor: Actor, subject: Subject) => boolean;

/** The thing belongs to the actor's own side. Every sentence but those about joint matters starts with it. */
export function onOwnSide(actor: Actor, subject: Subject): boolean {
  return actor.side === subject.side;
}

/** The actor stands at a registered post of the own side, and the thing happens at that post's gate. */
export function atOwnGate(actor: Actor, subject: Subject): boolean {
  const post = actor.post;
  return onOwnSide(actor, subject) && post !== undefined && post.side === subject.side && post.gate === subject.gate;
}

/** The thing is the actor's own: made by, or about, this officer. */
export function isOwn(actor: Actor, subject: Subject): boolean {
  return onOwnSide(actor, subject) && actor.officer !== undefined && actor.officer === subject.owner;
}

/** The thing is another officer's: nobody judges, revokes or promotes himself. */
export function isAnothers(actor: Actor, subject: Subject): boolean {
  return onOwnSide(actor, subject) && actor.officer !== undefined && actor.officer !== subject.owner;
}
