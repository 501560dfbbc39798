import type { Queries } from "../database.ts";
import { hashOf, newSecret } from "./secret.ts";

/** A link is for the day it was given: somebody stands beside it and waits. */
export const LINK_HOURS = 24;
/** One officer has one open invitation at most, and a handful of codes where a demonstration needs them. */
export const LINKS_OFFICER_MAX = 20;

/** What a one-time secret is for: to sign in, or to sign as second officer in a demonstration. */
export type LinkPurpose = "sign-in" | "second";

/** Makes a one-time secret for an officer; only its hash is kept. */
export async function makeLink(
  tx: Queries,
  officer: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<string> {
  const secret = newSecret();
  await tx.query("delete from sign_in_link where expires_at <= $1", [now]);
  await tx.query("insert into sign_in_link (token_hash, officer, purpose, expires_at) values ($1, $2, $3, $4)", [
    hashOf(secret),
    officer,
    purpose,
    now.add({ hours: LINK_HOURS }),
  ]);
  await tx.query(
    `delete from sign_in_link where officer = $1 and purpose = $2 and token_hash not in
       (select token_hash from sign_in_link where officer = $1 and purpose = $2 order by expires_at desc limit $3)`,
    [officer, purpose, LINKS_OFFICER_MAX],
  );
  return secret;
}

/** The officer of a one-time secret, which is used up by asking. Two that ask at once: one of them gets it. */
export async function takeLink(
  db: Queries,
  secret: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { rows } = await db.query<{ officer: string }>(
    "delete from sign_in_link where token_hash = $1 and purpose = $2 and expires_at > $3 returning officer",
    [hashOf(secret), purpose, now],
  );
  return rows[0]?.officer;
}

/** The officer whom a one-time secret would sign in, without using it up. */
export async function findLink(
  db: Queries,
  secret: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { rows } = await db.query<{ officer: string }>(
    "select officer from sign_in_link where token_hash = $1 and purpose = $2 and expires_at > $3",
    [hashOf(secret), purpose, now],
  );
  return rows[0]?.officer;
}
