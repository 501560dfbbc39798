import { randomUUID } from "node:crypto";
import { type AddOfficer, OFFICER, type OfficerRole } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { makeLink } from "../access/links.ts";
import { isWithoutPasskeys } from "../access/roll.ts";
import { linkPath, newOfficerId } from "./invitation.ts";

/** Badge of the one who opens a fresh zone. */
const FIRST_BADGE = "0001";
const NO_REQUEST = Buffer.alloc(32);

/**
 * Path of the page where the first administrator of a fresh zone signs in, once; undefined as soon as anybody has a passkey.
 * A restart before that makes a new link and forgets the old one: the link on the terminal is the one that works.
 */
export async function firstSignIn(access: Access): Promise<string | undefined> {
  const { database, effects } = access.node;
  if (!(await isWithoutPasskeys(database))) return undefined;
  const officer = (await officerWithBadge(access, FIRST_BADGE)) ?? (await join(access, FIRST_BADGE, "administrator"));
  await database.query("delete from sign_in_link where officer = $1", [officer]);
  return linkPath(await makeLink(database, officer, "sign-in", effects.now()));
}

/** An officer joins by the node's own hand: the entry has no author. Returns the officer's id. */
export async function join(access: Access, number: string, role: OfficerRole): Promise<string> {
  const command: AddOfficer = { kind: "officer_add", by: {}, officer: newOfficerId(), number, role };
  const { body } = await access.ask({ command, key: randomUUID(), request: NO_REQUEST });
  if (body.outcome !== "done") throw new Error(`Cannot add the officer "${number}": ${body.reason}`);
  return command.officer;
}

/** Id of the officer with that badge number. */
export async function officerWithBadge(access: Access, number: string): Promise<string | undefined> {
  const { rows } = await access.node.database.query<{ officer: string }>(
    `select officer from ${OFFICER} where number = $1 and active`,
    [number],
  );
  return rows[0]?.officer;
}
