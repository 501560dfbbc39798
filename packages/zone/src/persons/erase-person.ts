import type { Author, Concept } from "../spine/concept.ts";
import type { StateKey } from "../spine/state.ts";
import { findStay, stayKey } from "../stays/stay.ts";
import { erasureRequestKey, findErasureRequest, putErasureRequest } from "./erasure-request.ts";

/** Table of those whose data was destroyed, by token: what the vault must not hold any more, after any restore. */
export const ERASED = "erased";

/** A person's data is destroyed: the entry keeps a token that from now on means nobody (promises.md P25). */
export type ErasePerson = { readonly kind: "person_erase"; readonly by: Author; readonly person: string };

export function erasedKey(person: string): StateKey {
  return { table: ERASED, key: person };
}

/** Whoever is inside is erased after leaving: the gate must know whom it lets out. A request of hers is answered by it. */
export const erasePerson: Concept<ErasePerson> = {
  kind: "person_erase",
  keys: ({ person }) => [stayKey(person), erasedKey(person), erasureRequestKey(person)],
  decide: ({ person }, state) => {
    const details = { person };
    if (findStay(state, person) !== undefined) return { outcome: "refused", reason: "person_inside", details };
    if (state.find(ERASED, person) !== undefined) return { outcome: "refused", reason: "person_erased", details };
    const asked = findErasureRequest(state, person);
    const answered = asked?.state === "open" ? { request: { ...asked, state: "erased" } } : {};
    return { outcome: "done", reason: "erased", details: { ...details, ...answered } };
  },
  apply: (body, number) => {
    if (body.outcome !== "done" || typeof body.person !== "string") return [];
    return [
      { kind: "put", ...erasedKey(body.person), row: { person: body.person, entry: number } },
      ...putErasureRequest(body.request, number),
    ];
  },
};
