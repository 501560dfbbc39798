import type { Right as RightAnswer } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import { type Amounts, type Body, dayText, type Reservation, reservationOf, rightOf } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { passHash } from "../passages/pass-code.ts";

/** The open stay of a pass, as far as a till may know of it. */
export type HeldPass = { readonly person: string; readonly visit: string; readonly gate: string };

/** Who holds a pass; undefined when nobody who does is inside. */
export async function findHolder(db: Queries, code: string): Promise<HeldPass | undefined> {
  const { rows } = await db.query<HeldPass>(
    "select key as person, visit, gate from stay where pass = $1",
    [passHash(code)],
    "holder",
  );
  return rows[0];
}

/** Bodies of the entries that gave these reservations, by number; what is no such entry is absent. */
export async function findGiven(db: Queries, numbers: readonly number[]): Promise<ReadonlyMap<number, Body>> {
  const { rows } = await db.query<{ number: number; body: string }>(
    "select number, body from entry where number = any($1::bigint[]) and kind = 'reserve' and outcome = 'done'",
    [numbers],
    "given",
  );
  return new Map(rows.map(({ number, body }) => [number, parseCanonical(body) as Body]));
}

/** Open reservations with what they hold, oldest first: of one device, or those of a day and before. */
export async function findOpen(
  db: Queries,
  where: { readonly device: string } | { readonly upTo: number },
  limit: number,
): Promise<readonly (Reservation & { readonly number: number })[]> {
  const [condition, value] = "device" in where ? ["device = $1", where.device] : ["day <= $1", where.upTo];
  const { rows } = await db.query<Record<string, string | number> & { key: string }>(
    `select key, person, device, rulebook, day, held from reservation where open and ${condition}
     order by key::bigint limit $2`,
    [value, limit],
  );
  return rows.map((row) => ({ ...reservationOf(row), number: Number(row.key) }));
}

/** A right as its device learns it. */
export function presentRight(given: Body, number: number, held: Amounts, pass?: string): RightAnswer {
  const { rulebook, hash, day, subject, facts, ceiling } = rightOf(given, number, held);
  return {
    reservation: number,
    rulebook,
    hash,
    day: dayText(day),
    legal: day,
    subject,
    facts: facts as RightAnswer["facts"],
    ceiling,
    held,
    ...(pass === undefined ? {} : { pass }),
  };
}
