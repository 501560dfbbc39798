import type { OfficerRole } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { makeLink } from "../access/links.ts";
import { join, officerWithBadge } from "./first-officer.ts";
import { linkPath } from "./invitation.ts";

/** Somebody to play in a demonstration: a link to sign in once, and codes to sign as second officer, once each. */
export type DemoOfficer = {
  readonly number: string;
  readonly role: OfficerRole;
  readonly path: string;
  readonly codes: readonly string[];
};

/** One officer for each kind of work, and a second duty officer, because some deeds take two. */
const cast: readonly { readonly number: string; readonly role: OfficerRole }[] = [
  { number: "0417", role: "gate_officer" },
  { number: "0208", role: "duty_officer" },
  { number: "0209", role: "duty_officer" },
  { number: "0311", role: "customs_officer" },
  { number: "0502", role: "analyst" },
  { number: "0100", role: "administrator" },
];
const CODES_EACH = 5;

/** The cast of a demonstration, joined where they have not yet, with new links and codes. Throws outside a demonstration. */
export async function demoOfficers(access: Access): Promise<DemoOfficer[]> {
  if (!access.demo) throw new Error("Cannot make demonstration officers: this node is not a demonstration");
  const { database, effects } = access.node;
  const officers: DemoOfficer[] = [];
  for (const { number, role } of cast) {
    const officer = (await officerWithBadge(access, number)) ?? (await join(access, number, role));
    await database.query("delete from sign_in_link where officer = $1", [officer]);
    const path = linkPath(await makeLink(database, officer, "sign-in", effects.now()));
    const codes: string[] = [];
    while (codes.length < CODES_EACH) codes.push(await makeLink(database, officer, "second", effects.now()));
    officers.push({ number, role, path, codes });
  }
  return officers;
}
