import type { PassageAnswer, Problem } from "@twinline/api";
import type { Reply } from "./ask.ts";
import { keep, type OutboxItem, type OutboxPlace } from "./outbox.ts";

/** How often one key is sent before the officer is asked to go on by paper. */
export const SENDS_MAX = 12;
const PAUSE_MS = 1_000;
const PAUSE_MAX_MS = 5_000;

export type Sending = {
  readonly outbox: OutboxPlace;
  /** Sends once; the same item again is the same key again. */
  send(item: OutboxItem): Promise<Reply<PassageAnswer>>;
  pause(milliseconds: number): Promise<void>;
  /** Told after every try that did not settle the outcome. */
  onTrouble(trouble: "busy" | "unreached", tries: number): void;
  readonly signal: AbortSignal;
};

export type Sent =
  | { readonly kind: "answered"; readonly answer: PassageAnswer }
  /** The node said no to the request itself and recorded nothing. */
  | { readonly kind: "problem"; readonly problem: Problem }
  /** Nobody knows yet; the item stays in the outbox. */
  | { readonly kind: "unknown" };

/**
 * Sends a passage so that it is decided once: the item is written down before the first try, and every further try carries
 * the same key. It leaves the outbox only when the node has said what became of it.
 */
export async function sendPassage(item: OutboxItem, sending: Sending): Promise<Sent> {
  await keep(sending.outbox, item);
  for (let tries = 1; tries <= SENDS_MAX && !sending.signal.aborted; tries += 1) {
    const reply = await sending.send(item);
    if (reply.kind === "ok") return settle(item, sending, { kind: "answered", answer: reply.value });
    const problem = reply.kind === "problem" ? reply.problem : undefined;
    if (problem && isFinal(problem)) return settle(item, sending, { kind: "problem", problem });
    if (sending.signal.aborted) break;
    sending.onTrouble(problem ? "busy" : "unreached", tries);
    await sending.pause(pauseMs(problem, tries));
  }
  return { kind: "unknown" };
}

async function settle(item: OutboxItem, sending: Sending, sent: Sent): Promise<Sent> {
  await sending.outbox.delete(item.key);
  return sent;
}

/** 4xx says that nothing was recorded; 429 and 5xx (a gateway's too) leave it open. */
function isFinal({ status }: Problem): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function pauseMs(problem: Problem | undefined, tries: number): number {
  const asked = (problem?.retryAfterSeconds ?? 0) * 1_000;
  return Math.min(PAUSE_MAX_MS, Math.max(asked, PAUSE_MS * Math.min(tries, 3)));
}

/** What became of an item that was left to paper: "absent" means that the node never saw it. */
export type Found =
  | { readonly kind: "answered"; readonly answer: PassageAnswer }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" };

/** Enquires without sending again: the traveller has gone, and a passage must not be recorded behind his back. */
export function foundBy(reply: Reply<PassageAnswer>): Found {
  if (reply.kind === "ok") return { kind: "answered", answer: reply.value };
  return reply.kind === "problem" && reply.problem.status === 404 ? { kind: "absent" } : { kind: "unknown" };
}
