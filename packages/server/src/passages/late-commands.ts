import type { GateEvent, PaperPassage } from "@twinline/api";
import {
  type Author,
  type Capture,
  type Happened,
  type LateCommand,
  type Law,
  rulebookOf,
  type Stay,
} from "@twinline/zone";
import type { OpenSpine } from "../spine/open-spine.ts";
import { readPassage } from "./commands.ts";
import type { People } from "./people.ts";

/** What reading a late passage needs besides it. */
export type LateReading = { readonly spine: OpenSpine; readonly people: People; readonly by: Author };

/** A gate's own decision as a command. Throws RequestError with the field at fault. */
export async function readGateEvent(reading: LateReading, event: GateEvent, capture: Capture): Promise<LateCommand> {
  const { verdict, reason, counters, watch } = event;
  const stay = event.stay === undefined ? undefined : stayOf(event.stay);
  const law = await publishedLaw(reading.spine, event.hash);
  const happened: Happened = { verdict, reason, law, counters, stay, watch };
  return await lateOf(reading, event, capture, happened, event.pass);
}

/** What stands on a numbered seal as a command: its series and number are those of a device. */
export async function readPaper(reading: LateReading, paper: PaperPassage, capture: Capture): Promise<LateCommand> {
  const { verdict, reason, passage } = paper;
  const { zone, side, rulebooks } = reading.spine.world();
  const law = rulebooks.get(`${zone}/${side}/${rulebookOf[passage.direction]}`);
  const happened: Happened = { verdict, reason, law, counters: undefined, stay: undefined, watch: "none" };
  return await lateOf(reading, paper, capture, happened, undefined);
}

async function lateOf(
  { spine, people, by }: LateReading,
  { passage: request }: Pick<GateEvent, "passage">,
  capture: Capture,
  happened: Happened,
  pass: string | undefined,
): Promise<LateCommand> {
  // Who is watched for is asked of the day it happened, and of no later one than today.
  const day = spine.world().legalDay(Math.min(capture.atMs, spine.now().epochMilliseconds));
  const reading = { zone: spine.zone, people, day };
  const { command } = await readPassage(reading, request, by, pass ?? "");
  const { pass: _, ...passage } = command;
  const covers = happened.stay === undefined ? {} : coversOf(request.covers, happened.stay.visit);
  return {
    kind: "late_passage",
    by,
    capture,
    passage: { ...passage, ...covers, ...(pass === undefined ? {} : { pass }) },
    happened,
  };
}

function coversOf(sales: readonly string[] | undefined, visit: string) {
  return sales === undefined || sales.length === 0 ? {} : { covers: { visit, sales } };
}

/** What the gate's pack said of the stay, as far as rules ask. */
function stayOf({ visit, gate, enteredDay, lastDay }: NonNullable<GateEvent["stay"]>): Stay {
  return { visit, gate, enteredDay, lastDay, enteredAtMs: 0, document: "", nationality: "" };
}

/** A rulebook that was in force here at some time; undefined for any other text. */
async function publishedLaw({ shelf, world }: OpenSpine, hash: string): Promise<Law | undefined> {
  const inForce = [...world().rulebooks.values()].find(({ rulebook }) => rulebook.hash === hash);
  return inForce ?? shelf.find(hash);
}
