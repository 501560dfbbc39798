import type { TillEvent } from "@twinline/api";
import type { Amounts } from "../../packages/zone/src/rights/amounts.ts";
import { decisionsOf } from "../../packages/zone/src/spine/read-body.ts";
import { placeOf, type Row } from "../../packages/zone/src/spine/state.ts";
import { usedOf } from "./desk.ts";
import { caps } from "./law.ts";
import type { RightsWorld, SimTill } from "./world.ts";

const LIMITS = ["value", "mass"] as const;

/** The first promise that is broken now: what an action blamed, then never over, conservation, and what each till holds. */
export function firstBroken(world: RightsWorld): string | undefined {
  return world.ledger.broken ?? overOrLost(world) ?? unlikeTill(world) ?? falseAlarm(world);
}

/** P1 and P2: a person's day is within its limits, and rights held, spent and in flight are what was given, to the unit. */
function overOrLost(world: RightsWorld): string | undefined {
  if (world.node.journal.length === world.checked) return undefined;
  world.checked = world.node.journal.length;
  const places = placesOf(world);
  if (typeof places === "string") return places;
  for (const [personDay, there] of places) {
    const [person, day] = personDay.split(" ") as [string, string];
    for (const name of LIMITS) {
      const used = usedOf(world, person, Number(day), name);
      if (used > caps[name]) return `${person} is over: ${used} of ${caps[name]} ${name} on day ${day}`;
      const placed = there[name] ?? 0;
      if (used !== placed) return `${name} of ${person} is not conserved: ${used} counted, ${placed} held and spent`;
    }
  }
  return undefined;
}

/** What is held, spent and carried, by person and day, from the rows and the entries of the node. */
function placesOf({ node }: RightsWorld): Map<string, Record<string, number>> | string {
  const places = new Map<string, Record<string, number>>();
  const put = (person: unknown, day: unknown, amounts: Amounts): void => {
    const at = `${person} ${day}`;
    const there = places.get(at) ?? {};
    for (const name of LIMITS) there[name] = (there[name] ?? 0) + (amounts[name] ?? 0);
    places.set(at, there);
  };
  for (const { table, key, row } of node.rows.values()) {
    if (table === "reservation") {
      if (Object.values(amountsIn(row.held)).some((amount) => amount < 0))
        return `right ${key} holds less than nothing`;
      put(row.person, row.day, amountsIn(row.held));
    }
    if (table === "sale") {
      const given = node.rows.get(placeOf({ table: "reservation", key: String(row.reservation) }))?.row;
      for (const line of linesIn(row.lines)) {
        if (!isByLaw(line)) return `sale ${key} counts what the law does not say`;
        put(row.person, given?.day, line.amounts);
      }
    }
  }
  for (const { body } of node.journal) {
    if (body.kind !== "passage" || body.direction !== "out" || body.outcome !== "admit") continue;
    for (const { legal, outputs } of decisionsOf(body))
      put(body.person, legal, { value: Number(outputs.free), mass: Number(outputs.free_mass) });
  }
  return places;
}

/** An honest till holds what the node says, less what it sold and gave back since and has not told yet. */
function unlikeTill(world: RightsWorld): string | undefined {
  for (const till of world.tills) {
    if (world.ledger.doubtful.has(till.device)) continue;
    for (const right of till.memory.rights.values()) {
      const row = world.node.rows.get(placeOf({ table: "reservation", key: String(right.reservation) }))?.row;
      const untold = untoldOf(world, till, right.reservation);
      for (const name of LIMITS) {
        const there = (amountsIn(row?.held)[name] ?? 0) - (untold[name] ?? 0);
        const here = right.held[name] ?? 0;
        if (here !== there || here < 0)
          return `${till.device} holds ${here} ${name} of right ${right.reservation}, the node says ${there}`;
      }
    }
  }
  return undefined;
}

function untoldOf({ node, ledger }: RightsWorld, till: SimTill, reservation: number): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { event } of till.memory.unreported.values()) {
    if (!("reservation" in event) || event.reservation !== reservation) continue;
    if (node.rows.has(placeOf({ table: "capture", key: `${event.device}.${event.sequence}` }))) continue;
    const took = event.kind === "release" ? event.amounts : takenBy(ledger, event);
    for (const [name, amount] of Object.entries(took)) sum[name] = (sum[name] ?? 0) + amount;
  }
  return sum;
}

function takenBy({ sold }: RightsWorld["ledger"], { device, sequence }: TillEvent): Amounts {
  for (const one of sold.values()) if (one.sale === `${device}.${sequence}`) return one.taken;
  return {};
}

/** Nobody is suspended whose key was at one place all the time. */
function falseAlarm({ node, tills, ledger }: RightsWorld): string | undefined {
  const blamed = tills.find(
    ({ device }) =>
      !ledger.doubtful.has(device) &&
      node.rows.get(placeOf({ table: "device_log", key: device }))?.row.suspended === true,
  );
  return blamed === undefined ? undefined : `${blamed.device} is suspended although nobody copied it`;
}

const parsed = new Map<string, unknown>();
const PARSED_MAX = 50_000;

/** The same few texts stand in every world. */
function parsedText(text: Row[string] | undefined): unknown {
  if (typeof text !== "string") return undefined;
  if (!parsed.has(text)) {
    if (parsed.size > PARSED_MAX) parsed.clear();
    parsed.set(text, JSON.parse(text));
  }
  return parsed.get(text);
}

function amountsIn(text: Row[string] | undefined): Amounts {
  return (parsedText(text) ?? {}) as Amounts;
}

type SoldLine = {
  readonly goods: { readonly quantity: number; readonly valueMinor: number };
  readonly counters: Amounts;
  readonly amounts: Amounts;
};

function linesIn(text: Row[string] | undefined): readonly SoldLine[] {
  return (parsedText(text) ?? []) as readonly SoldLine[];
}

/** What stands of a line after returns counts as if only that had been sold. */
function isByLaw({ goods, counters, amounts }: SoldLine): boolean {
  const value = goods.quantity === 0 ? 0 : goods.valueMinor;
  return (amounts.value ?? 0) === Math.min(value, Math.max(0, caps.value - (counters.value ?? 0)));
}
