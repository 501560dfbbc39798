import type { SignInMeans } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { hashOf, newSecret } from "./secret.ts";

/** A session ends when nobody used it for this long, and at the end of a shift in any case. */
export const SESSION_IDLE_MINUTES = 60;
export const SESSION_HOURS_MAX = 12;
/** An officer may be signed in on a booth, a tablet and a desk; the oldest session makes room for the next. */
export const SESSIONS_OFFICER_MAX = 5;
/** Being used is written down this often at most. */
const SEEN_EVERY_SECONDS = 60;

export type SessionRow = {
  readonly officer: string;
  readonly device: string | undefined;
  readonly means: SignInMeans;
};
type Found = { officer: string; device: string | null; means: SignInMeans; seen_at: Temporal.Instant };

/** Begins a session with a new secret, whatever secret the browser came with (no fixation). Returns the secret, once. */
export async function beginSession(tx: Queries, session: SessionRow, now: Temporal.Instant): Promise<string> {
  const secret = newSecret();
  await tx.query(
    "insert into session (token_hash, officer, device, means, created_at, seen_at) values ($1, $2, $3, $4, $5, $5)",
    [hashOf(secret), session.officer, session.device ?? null, session.means, now],
  );
  await tx.query(
    `delete from session where officer = $1 and token_hash not in
       (select token_hash from session where officer = $1 order by created_at desc limit $2)`,
    [session.officer, SESSIONS_OFFICER_MAX],
  );
  await tx.query("delete from session where created_at <= $1", [now.subtract({ hours: SESSION_HOURS_MAX })]);
  return secret;
}

/** The session of a secret, while it lives; being used prolongs it, up to the end of the shift. */
export async function findSession(db: Queries, secret: string, now: Temporal.Instant): Promise<SessionRow | undefined> {
  const { rows } = await db.query<Found>(
    `select officer, device, means, seen_at from session
     where token_hash = $1 and created_at > $2 and seen_at > $3`,
    [hashOf(secret), now.subtract({ hours: SESSION_HOURS_MAX }), now.subtract({ minutes: SESSION_IDLE_MINUTES })],
    "session-find",
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  if (row.seen_at.until(now).total("seconds") >= SEEN_EVERY_SECONDS) {
    await db.query("update session set seen_at = $2 where token_hash = $1", [hashOf(secret), now]);
  }
  return { officer: row.officer, device: row.device ?? undefined, means: row.means };
}

/** The session goes on at this device: a signed request said so. */
export async function moveSession(db: Queries, secret: string, device: string): Promise<void> {
  await db.query("update session set device = $2 where token_hash = $1", [hashOf(secret), device]);
}

export async function endSession(db: Queries, secret: string): Promise<void> {
  await db.query("delete from session where token_hash = $1", [hashOf(secret)]);
}

/** Ends all sessions, links and second signatures of an officer at once: work here is over, or a key was lost. */
export async function endSessionsOf(db: Queries, officer: string): Promise<void> {
  await db.query("delete from session where officer = $1", [officer]);
  await db.query("delete from sign_in_link where officer = $1", [officer]);
  await db.query("delete from second_signature where (officer = $1 or first_officer = $1) and used_for is null", [
    officer,
  ]);
}
