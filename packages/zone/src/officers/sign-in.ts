import type { Author, Concept } from "../spine/concept.ts";
import { findOfficer, officerKey } from "./officer.ts";

/** How an officer proved who she is: a passkey, or a one-time link (first start, invitation, demonstration). */
export const signInMeans = ["passkey", "link"] as const;
export type SignInMeans = (typeof signInMeans)[number];

/** An officer begins work. `by` names the officer, and the device when it happened at one. */
export type SignIn = {
  readonly kind: "sign_in";
  readonly by: Author;
  readonly officer: string;
  readonly means: SignInMeans;
};

/** The proof is checked before; here it is recorded, and refused to one whose work here has ended. */
export const signIn: Concept<SignIn> = {
  kind: "sign_in",
  keys: ({ officer }) => [officerKey(officer)],
  decide: ({ officer, means }, state) => {
    const active = findOfficer(state, officer)?.active === true;
    const details = { officer, means };
    return active
      ? { outcome: "done", reason: "signed_in", details }
      : { outcome: "refused", reason: "officer_unknown", details };
  },
  apply: () => [],
};
