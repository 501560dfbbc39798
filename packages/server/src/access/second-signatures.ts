import type { Queries } from "../database.ts";
import { hashOf, newSecret } from "./secret.ts";

/** The second officer has signed and stands there: long enough to press the button, too short to walk away. */
export const SECOND_MINUTES = 2;

/** Who signed beside whom, on which device, for which deed ("passage.override/1204") and what exactly (`contentOf`). */
export type SecondSignature = {
  readonly officer: string;
  readonly first: string;
  readonly device: string | undefined;
  readonly act: string;
  readonly content: string;
};

/** Keeps a second officer's signature; returns the token that stands for it, once. */
export async function keepSecond(db: Queries, second: SecondSignature, now: Temporal.Instant): Promise<string> {
  const secret = newSecret();
  await db.query("delete from second_signature where expires_at <= $1", [now.subtract({ hours: 1 })]);
  await db.query(
    `insert into second_signature (token_hash, officer, first_officer, device, act, content, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      hashOf(secret),
      second.officer,
      second.first,
      second.device ?? null,
      second.act,
      second.content,
      now.add({ minutes: SECOND_MINUTES }),
    ],
  );
  return secret;
}

/**
 * The second officer behind a token, which is used up for the given request; the same request asked again (a lost answer)
 * finds it again. Undefined when it was made for another deed or content, another first officer or another device, or is used
 * or old.
 */
export async function useSecond(
  db: Queries,
  secret: string,
  what: Omit<SecondSignature, "officer">,
  request: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { rows } = await db.query<{ officer: string }>(
    `update second_signature set used_for = $5
     where token_hash = $1 and first_officer = $2 and act = $3 and device is not distinct from $4 and content = $7
       and ((used_for is null and expires_at > $6) or used_for = $5)
     returning officer`,
    [hashOf(secret), what.first, what.act, what.device ?? null, request, now, what.content],
  );
  return rows[0]?.officer;
}
