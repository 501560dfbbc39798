import type { Author, Concept } from "../spine/concept.ts";
import { erasureRequestKey, findErasureRequest, putErasureRequest } from "./erasure-request.ts";

/** A duty officer answers a request with no, and says why by a code of the zone's file. */
export type RefuseErasure = {
  readonly kind: "erasure_refuse";
  readonly by: Author;
  readonly person: string;
  readonly code: string;
};

export const refuseErasure: Concept<RefuseErasure> = {
  kind: "erasure_refuse",
  keys: ({ person }) => [erasureRequestKey(person)],
  decide: ({ person, code }, state) => {
    const found = findErasureRequest(state, person);
    if (found?.state !== "open") return { outcome: "refused", reason: "request_unknown", details: { person } };
    const request = { ...found, state: "refused", code };
    return { outcome: "done", reason: "erasure_refused", details: { person, request } };
  },
  apply: (body, number) => (body.outcome === "done" ? putErasureRequest(body.request, number) : []),
};
