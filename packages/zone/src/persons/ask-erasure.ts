import type { Concept } from "../spine/concept.ts";
import { findStay, stayKey } from "../stays/stay.ts";
import { type ErasureRequest, erasureRequestKey, findErasureRequest, putErasureRequest } from "./erasure-request.ts";

/**
 * The holder of a pass asks that her data be destroyed. The pass was looked up before: `visit` is the stay that it belongs
 * to. Nobody signs the request, so the entry has no author.
 */
export type AskErasure = {
  readonly kind: "erasure_ask";
  readonly person: string;
  readonly visit: string;
  /** Legal days within which an officer answers. */
  readonly answerDays: number;
};

export const askErasure: Concept<AskErasure> = {
  kind: "erasure_ask",
  keys: ({ person }) => [stayKey(person), erasureRequestKey(person)],
  decide: ({ person, visit, answerDays }, state, world, { atMs }) => {
    const details = { person };
    if (findStay(state, person)?.visit !== visit) return { outcome: "refused", reason: "pass_over", details };
    if (findErasureRequest(state, person)?.state === "open")
      return { outcome: "refused", reason: "request_open", details };
    const askedDay = world.legalDay(atMs);
    const request: ErasureRequest = { person, visit, state: "open", askedDay, dueDay: askedDay + answerDays };
    return { outcome: "done", reason: "erasure_asked", details: { ...details, request } };
  },
  apply: (body, number) => (body.outcome === "done" ? putErasureRequest(body.request, number) : []),
};
