import type { Queries } from "../database.ts";
import { accessError } from "./access-error.ts";
import { hashOf, newSecret } from "./secret.ts";

/** An authenticator is answered within minutes. */
export const CHALLENGE_MINUTES = 5;
/** Open challenges of the whole node; anybody may ask for one, so their number is bounded. */
export const CHALLENGES_MAX = 5_000;
const BUSY_SECONDS = 60;

/** What a challenge may be answered for; the others narrow it to one person, one deed and its content. */
export type ChallengeFor = {
  readonly purpose: "register" | "sign-in" | "second";
  readonly officer?: string;
  readonly act?: string;
  readonly content?: string;
};

/** A new challenge. Throws RequestError 503 when too many are open. */
export async function openChallenge(db: Queries, what: ChallengeFor, now: Temporal.Instant): Promise<string> {
  await db.query("delete from challenge where expires_at <= $1", [now]);
  const challenge = newSecret();
  const { count } = await db.query(
    `insert into challenge (challenge_hash, purpose, officer, act, expires_at, content)
     select $1, $2, $3, $4, $5, $7 where (select count(*) from challenge) < $6`,
    [
      hashOf(challenge),
      what.purpose,
      what.officer ?? null,
      what.act ?? null,
      now.add({ minutes: CHALLENGE_MINUTES }),
      CHALLENGES_MAX,
      what.content ?? null,
    ],
  );
  if (count === 1) return challenge;
  throw accessError("access/challenges", 503, "Cannot open a challenge: too many are open", BUSY_SECONDS);
}

/** Whether the challenge was open for exactly this; it is used up by asking. */
export async function takeChallenge(
  db: Queries,
  challenge: string,
  what: ChallengeFor,
  now: Temporal.Instant,
): Promise<boolean> {
  const { count } = await db.query(
    `delete from challenge where challenge_hash = $1 and purpose = $2 and expires_at > $5
       and officer is not distinct from $3 and act is not distinct from $4 and content is not distinct from $6`,
    [hashOf(challenge), what.purpose, what.officer ?? null, what.act ?? null, now, what.content ?? null],
  );
  return count === 1;
}
