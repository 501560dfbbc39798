import { judge } from "./judge.ts";
import { subjectKinds } from "./policy.ts";
import { type Actor, isDeviceRole, roles } from "./roles.ts";
import type { Subject } from "./subjects.ts";

const places = ["at own gate", "at another gate", "at no post"] as const;
const sides = ["own side", "other side"] as const;
const owners = ["own", "another's"] as const;

/** One cell of the authorisation matrix, decided. */
export type Cell = { role: string; verb: string; side: string; owner: string; place: string; ruling: string };

/**
 * Every cell (role × verb × side × owner × place) as the policy decides it: a page that an auditor can read, kept beside
 * the policy and compared with it in a test, so that no permission changes unseen.
 */
export function matrix(): Cell[] {
  const verbs = subjectKinds.flatMap(({ kind, verbs }) => verbs.map((verb) => ({ kind, verb })));
  return roles.flatMap((role) =>
    verbs.flatMap(({ kind, verb }) =>
      sides.flatMap((side) =>
        owners.flatMap((owner) => places.map((place) => cell(role, kind, verb, side, owner, place))),
      ),
    ),
  );
}

function cell(
  role: (typeof roles)[number],
  kind: string,
  verb: string,
  side: (typeof sides)[number],
  owner: (typeof owners)[number],
  place: (typeof places)[number],
): Cell {
  const gate = place === "at own gate" ? "AA-1" : "AA-2";
  const actor: Actor = {
    role,
    side: "aa",
    ...(isDeviceRole(role) ? {} : { officer: "me" }),
    ...(place === "at no post" ? {} : { post: { device: "d", side: "aa", gate, lane: "L1" } }),
  };
  const subject: Subject = {
    kind,
    side: side === "own side" ? "aa" : "bb",
    owner: owner === "own" ? "me" : "you",
    gate: "AA-1",
  };
  const ruling = judge(actor, verb, subject);
  const told = ruling.kind === "needs-second" ? `with ${ruling.roles.join(" or ")}` : ruling.kind;
  return { role, verb: `${kind}.${verb}`, side, owner, place, ruling: told };
}

/** The matrix as a table for people: one line for each permission that is not refused everywhere. */
export function presentMatrix(cells: readonly Cell[]): string {
  const lines = cells
    .filter((one) => one.ruling !== "refused")
    .map((one) => `${one.role} | ${one.verb} | ${one.side} | ${one.owner} | ${one.place} | ${one.ruling}`);
  return `${["role | verb | side | owner | place | ruling", ...lines].join("\n")}\n`;
}
