import type { VisitorPass } from "@twinline/api";
import {
  comingPassage,
  counterValues,
  daysLeft,
  daysUsed,
  dayText,
  type MeterRow,
  readMeter,
  type Stay,
  type Subject,
} from "@twinline/zone";
import type { ZoneNode } from "../node.ts";
import { passHash } from "../passages/pass-code.ts";
import { findHolds } from "../rights/holds.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { readCounters } from "./counters.ts";

/** Who holds a pass: the token that the journal knows, and what the pass may show. */
export type Holder = {
  readonly person: string;
  readonly subject: Subject;
  readonly pass: VisitorPass;
};

type StayRow = Pick<Stay, "visit" | "gate" | "enteredDay" | "lastDay"> & { readonly person: string };

/** The holder of a pass by its code; undefined when nobody who holds it is inside. */
export async function findHolder(
  node: ZoneNode,
  spine: OpenSpine,
  code: string,
  day: number,
): Promise<Holder | undefined> {
  const { rows } = await node.database.query<StayRow>(
    `select key as person, visit, gate, entered_day as "enteredDay", last_day as "lastDay" from stay where pass = $1`,
    [passHash(code)],
  );
  const stay = rows[0];
  if (stay === undefined) return undefined;
  const { person, gate, visit } = stay;
  const pass = {
    visit,
    gate,
    enteredOn: dayText(stay.enteredDay),
    lastDay: dayText(stay.lastDay),
    daysUsed: daysUsed(stay, day),
    daysMax: stay.lastDay - stay.enteredDay + 1,
    daysLeft: daysLeft(stay, day),
    meters: await metersOf(node, spine, { person, gate }, day),
    holds: [...(await findHolds(node.database, spine.zone, person))],
  };
  // Goods that tills sold stand in the exit that is still to come: the counters of that exit hold them.
  return { person, subject: { person, gate, passage: comingPassage(visit) }, pass };
}

/** What is left of the day's limits for the holder, from the counters as they stand. */
async function metersOf(node: ZoneNode, spine: OpenSpine, subject: Subject, day: number) {
  const found: VisitorPass["meters"] = [];
  for (const [name, rows] of Object.entries(spine.zone.meters)) {
    const installed = spine.world().rulebooks.get(name);
    if (installed === undefined) continue;
    const counters = counterValues(installed, subject, day, await readCounters(node.database, installed, subject, day));
    const standing = { rulebook: name, hash: "", law: day, legal: day, facts: {}, counters, outputs: {} };
    const counted = rows.filter((row: MeterRow) => row.used in counters);
    found.push(...counted.flatMap((row) => readMeter(installed.rulebook, row, [standing], false) ?? []));
  }
  return found;
}
