import type { BoardAnswer, LaneRow } from "@twinline/api";
import { type Device, instantText } from "@twinline/zone";
import { listDevices } from "../access/roll.ts";
import { together } from "../database.ts";
import type { ZoneNode } from "../node.ts";
import { packTimes } from "../packs/fetched.ts";
import { countStays } from "../stays/queries.ts";
import {
  type Counted,
  countOverrides,
  countPassages,
  firstSince,
  type LaneSeen,
  lastSeen,
  PASSAGES_MAX,
  type ReasonCount,
} from "./queries.ts";
import type { Settings } from "./settings.ts";

/** Points of time that a picture shows at most. */
const BUCKETS = 30;
/** Reasons and lanes shown at most; the rest is rare. */
const REASONS_MAX = 12;
/** A lane whose device has signed nothing for so long is looked at. */
export const QUIET_MINUTES = 30;

/** What happened at this side's gates in the last minutes, who is inside, which devices are silent. */
export async function readBoard(
  { database, effects, side }: Pick<ZoneNode, "database" | "effects" | "side">,
  settings: Settings,
  day: number,
  minutes: number,
): Promise<BoardAnswer> {
  const now = effects.now();
  const since = now.subtract({ minutes });
  const flowMinutes = Math.max(1, minutes / BUCKETS);
  const first = await firstSince(database, since);
  const places = settings.lines.flatMap(({ gate, lanes }) => lanes.map((lane) => ({ gate, lane })));
  const [counted, overrides, stays, devices, seen] = await together([
    countPassages(database, first, flowMinutes * 60),
    countOverrides(database, first),
    countStays(database, day),
    listDevices(database),
    lastSeen(database, places),
  ]);
  const done = overrides.filter(({ outcome }) => outcome !== "refused");
  return {
    asOf: instantText(now.epochMilliseconds),
    since: instantText(since.epochMilliseconds),
    minutes,
    isCut: counted.passages >= PASSAGES_MAX,
    inside: {
      people: stays.inside,
      vehicles: stays.vehicles,
      overstay: stays.overstay,
      mismatch: stays.mismatch,
      bySide: { [side]: stays.inside },
    },
    counts: verdictsOf(counted.lanes),
    overridden: done.reduce((sum, { n }) => sum + n, 0),
    flow: flowOf(counted, flowMinutes),
    flowMinutes,
    lanes: lanesOf(settings, counted, { devices, packs: packTimes({ database }), seen, now, minutes }),
    reasons: reasonsOf(counted.reasons.filter(({ outcome }) => outcome !== "admit")),
    overrides: reasonsOf(overrides),
  };
}

function verdictsOf(rows: readonly { readonly outcome: string; readonly n: number }[]) {
  const of = (verdict: string) => rows.filter(({ outcome }) => outcome === verdict).reduce((sum, { n }) => sum + n, 0);
  return { admit: of("admit"), refer: of("refer"), refuse: of("refuse") };
}

/** Admitted in and out, and stopped, by time; moments without a passage are left out. */
function flowOf({ flow }: Counted, minutes: number): BoardAnswer["flow"] {
  const buckets = [...new Set(flow.map(({ bucket }) => bucket))].sort((a, b) => a - b);
  return buckets.map((bucket) => {
    const rows = flow.filter((one) => one.bucket === bucket);
    const sum = (which: (one: (typeof rows)[number]) => boolean) =>
      rows.filter(which).reduce((all, { n }) => all + n, 0);
    return {
      at: instantText(bucket * minutes * 60_000),
      in: sum(({ outcome, isIn }) => outcome === "admit" && isIn),
      out: sum(({ outcome, isIn }) => outcome === "admit" && !isIn),
      stopped: sum(({ outcome }) => outcome !== "admit"),
    };
  });
}

type LaneWorld = {
  readonly devices: readonly Device[];
  readonly packs: ReadonlyMap<string, Temporal.Instant>;
  readonly seen: readonly LaneSeen[];
  readonly now: Temporal.Instant;
  readonly minutes: number;
};

function lanesOf({ lines }: Settings, { lanes }: Counted, world: LaneWorld): LaneRow[] {
  const { devices, packs, seen, now, minutes } = world;
  const at = (one: { gate: string; lane: string }) => `${one.gate}/${one.lane}`;
  const counted = Map.groupBy(lanes, at);
  const newest = new Map(seen.map((one) => [at(one), one]));
  const registered = new Map(devices.filter(({ active }) => active).map((one) => [at(one), one]));
  return lines.flatMap(({ gate, line, lanes: names }) =>
    names.map((lane): LaneRow => {
      const place = at({ gate, lane });
      const counts = verdictsOf(counted.get(place) ?? []);
      const last = newest.get(place);
      const device = registered.get(place);
      const isQuiet = last === undefined || last.at.until(now).total("minutes") > QUIET_MINUTES;
      return {
        gate,
        lane,
        line,
        counts,
        perHour: Math.round(((counts.admit + counts.refer + counts.refuse) * 60) / minutes),
        ...(last === undefined ? {} : { lastAt: instantText(last.at.epochMilliseconds), lastEntry: last.entry }),
        ...(device === undefined ? {} : { device: deviceOf(device, isQuiet, packs.get(device.device)) }),
      };
    }),
  );
}

function deviceOf({ device: id, automatic }: Device, isQuiet: boolean, pack: Temporal.Instant | undefined) {
  return { id, automatic, isQuiet, ...(pack === undefined ? {} : { packAt: instantText(pack.epochMilliseconds) }) };
}

function reasonsOf(rows: readonly ReasonCount[]): BoardAnswer["reasons"] {
  return rows
    .toSorted((a, b) => b.n - a.n || b.newest - a.newest)
    .slice(0, REASONS_MAX)
    .map(({ outcome, reason, n, newest }) => ({ outcome, reason, count: n, newest }));
}
