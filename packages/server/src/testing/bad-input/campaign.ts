import fc from "fast-check";
import { type Attack, attacksOn, strike } from "./attack.ts";
import { CANARY } from "./spoiled.ts";
import { type Door, openTarget, type Target } from "./target.ts";

/** What a run tried and what it found. */
export type Outcome = {
  readonly doors: number;
  readonly attacks: number;
  readonly sure: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly slowestMs: number;
  readonly faults: readonly string[];
};

const FAULTS_MAX = 20;
/** Rows are counted again after so many attacks of one kind: the surely bad together, the doubtful few by few. */
const BATCH = { sure: 60, doubtful: 3 };

/** Strikes every door of a node in turn, `count` times in all, and looks for rows that nobody should have written. */
export async function badInput(count: number, seed: number): Promise<Outcome> {
  await using target = await openTarget();
  const served = target.doors.filter(({ url }) => url.startsWith("/api/"));
  // NOTE: signing out comes last, or everybody would knock as nobody.
  const doors = served.toSorted((a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"));
  const callers = [...target.officers.keys()];
  const shares = doors.reduce((sum, door) => sum + shareOf(door), 0);
  const attacks = doors.flatMap((door, at) => {
    const numRuns = Math.ceil((count * shareOf(door)) / shares);
    const sample = fc.sample(attacksOn(door, callers), { numRuns, seed: seed + at });
    return sample.toSorted((a, b) => Number(a.sure) - Number(b.sure));
  });
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  let slowestMs = 0;
  for (const batch of batchesOf(attacks)) {
    if (faults.length >= FAULTS_MAX) break;
    const before = await rows(target);
    let refused = true;
    for (const attack of batch) {
      const { status, milliseconds, fault } = await strike(target, attack);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      slowestMs = Math.max(slowestMs, milliseconds);
      if (fault !== undefined) faults.push(fault);
      if (status < 400) refused = false;
    }
    const after = await rows(target);
    if (refused && after !== before) faults.push(`rows of refused requests: ${before} → ${after}: ${told(batch)}`);
  }
  faults.push(...target.lines.filter((line) => line.includes(CANARY)).map((line) => `logged what was sent: ${line}`));
  const sure = attacks.filter((attack) => attack.sure).length;
  return { doors: doors.length, attacks: attacks.length, sure, statuses, slowestMs, faults };
}

function batchesOf(attacks: readonly Attack[]): (readonly Attack[])[] {
  const batches: Attack[][] = [];
  for (const attack of attacks) {
    const last = batches.at(-1);
    const alike = last?.[0]?.sure === attack.sure && last[0].door === attack.door;
    if (last !== undefined && alike && last.length < (attack.sure ? BATCH.sure : BATCH.doubtful)) last.push(attack);
    else batches.push([attack]);
  }
  return batches;
}

/** A door that takes a body has more ways to go wrong. */
function shareOf({ body }: Door): number {
  return body === undefined ? 1 : 4;
}

/** Rows of every table. */
async function rows({ fresh }: Target): Promise<string> {
  const { rows: tables } = await fresh.owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'vault') and table_name <> 'checkpoint' order by 1`,
  );
  const counts = tables
    .map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`)
    .join(" union all ");
  const found = await fresh.owner.query<{ name: string; n: number }>(counts);
  return found.rows.map(({ name, n }) => `${name} ${n}`).join(", ");
}

function told(batch: readonly Attack[]): string {
  return [...new Set(batch.map(({ door }) => `${door.method} ${door.url}`))].join(", ");
}
