import { parseArgs } from "node:util";
import { dayFigures, dayPlaces, type QueuePlaceLine } from "@twinline/server";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { recordOptions, withRecord } from "../record.ts";

/** The queue of the road gate as the node keeps it. Booking is an officer's deed and has no command. */
export const command: Command = {
  name: "queue",
  usage: "queue list|fairness [--day YYYY-MM-DD] [--side SIDE] [--data DIR] [--json]",
  about: "Shows the places of a day in the order of the queue, without plates, or its published figures",
  run: queue,
};

const BOOKING_CHARS = 8;

async function queue(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...recordOptions, day: { type: "string" }, json: { type: "boolean", default: false } },
  });
  const { json, day, ...flags } = values;
  const [what = "list", ...more] = positionals;
  if (more.length > 0 || (what !== "list" && what !== "fairness")) throw new UsageError(`Usage: ${command.usage}`);
  await withRecord(flags, effects, async ({ database, world }) => {
    const node = { database, effects: { now: () => Temporal.Now.instant() } };
    const here = { node, spine: { world: () => world } };
    const question = day === undefined ? {} : { day };
    if (what === "fairness") return show(await dayFigures(here, question), json, effects);
    const places = await dayPlaces(here, question);
    if (json) return show(places, json, effects);
    for (const place of places) effects.out(lineOf(place));
    effects.out(`${places.length} vehicles`);
  });
  return 0;
}

function show(value: object, json: boolean, { out }: Effects): void {
  if (json) out(JSON.stringify(value, null, 2));
  else for (const [name, one] of Object.entries(value)) out(`${name.padEnd(14)} ${textOf(one)}`);
}

function lineOf({
  booking,
  mode,
  state,
  slot = "-",
  expectedAt = "-",
  priority,
  moves,
  why = "",
}: QueuePlaceLine): string {
  const told = [booking.slice(0, BOOKING_CHARS), state.padEnd(9), mode.padEnd(6), slot, expectedAt, priority];
  return `${told.join("  ")}${moves === 0 ? "" : `  moved ${moves}: ${why}`}`;
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
