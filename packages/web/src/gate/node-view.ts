import type { Pack, Status, Texts } from "@twinline/api";
import { formatTime } from "../format/index.ts";
import type { OutboxItem } from "../link/outbox.ts";
import type { LadderStep } from "../ui/Ladder.tsx";

/** Without a word from the node for so long, the gate says that the line is cut. */
export const CUT_AFTER_MS = 12_000;

/** What was last heard, on one monotonic clock: the gate never trusts its own calendar. */
export type Heard = {
  readonly status: Status;
  readonly atMs: number;
  /** The last try to reach the node failed. */
  readonly isLost?: boolean;
};

/** What this device holds to work by itself, as far as its screen tells of it. */
export type HeldPack = Pick<Pack, "asOf" | "watch" | "calendar">;

export type Rulebook = Status["rulebooks"][number];

/** How the node stands, as the screen tells it. Ages in seconds. */
export type NodeView = {
  readonly step: LadderStep;
  readonly title?: Texts;
  readonly cutAge?: number;
  readonly listsAge?: number;
  readonly listsStale: boolean;
  readonly openCount: number;
  readonly openAge?: number;
  readonly legalDay?: string;
  readonly clock?: string;
  /** Age of what this device decides with by itself; absent while the node decides, or when it holds nothing. */
  readonly packAge?: number;
  /** Decisions of this device that the node has not seen. */
  readonly waitingCount: number;
};

/** What the device did and holds by itself. */
export type OwnWork = { readonly pack: HeldPack | undefined; readonly waitingCount: number };
const nothing: OwnWork = { pack: undefined, waitingCount: 0 };

/** The node's clock carried on from its last word; the device's own calendar is used only before the first. */
export function nodeNow(heard: Heard | undefined, nowMs: number): Temporal.Instant {
  if (!heard) return Temporal.Now.instant();
  return Temporal.Instant.from(heard.status.now).add({ milliseconds: Math.round(nowMs - heard.atMs) });
}

/** The node's view `nowMs` after what was last heard; nothing is guessed before the first word. */
export function viewNode(
  heard: Heard | undefined,
  nowMs: number,
  open: readonly OutboxItem[],
  { pack, waitingCount }: OwnWork = nothing,
): NodeView {
  if (!heard) return { step: "node-cut", listsStale: false, openCount: open.length, waitingCount };
  const { status, atMs, isLost = false } = heard;
  const silent = nowMs - atMs;
  const now = nodeNow(heard, nowMs);
  const age = (instant: string): number => Math.round(now.since(Temporal.Instant.from(instant)).total("seconds"));
  const isCut = isLost || silent > CUT_AFTER_MS;
  const oldest = open.map((item) => item.madeAt).sort()[0];
  const listsAge = age((isCut && pack?.asOf) || status.listsAsOf);
  const isPast = status.listsGraceSeconds !== undefined && listsAge >= status.listsGraceSeconds;
  const listsStale = isPast || (isCut && pack?.watch?.whole === false);
  const day = isCut && pack ? legalDayOf(pack.calendar, now.epochMilliseconds) : status.legalDay;
  return {
    step: isCut ? stepAlone(pack, day, listsStale) : status.ladder,
    title: status.title,
    ...(isCut && { cutAge: Math.round(silent / 1000) }),
    listsAge,
    listsStale,
    openCount: open.length,
    ...(oldest !== undefined && { openAge: age(oldest) }),
    ...(day === undefined ? {} : { legalDay: day }),
    ...(isCut && pack ? { packAge: Math.max(0, age(pack.asOf)) } : {}),
    waitingCount,
    clock: formatTime(now, status.timeZone ?? "UTC"),
  };
}

/** The steps that a device can be on without its node (promises.md D14). */
function stepAlone(pack: HeldPack | undefined, day: string | undefined, listsStale: boolean): LadderStep {
  if (!pack) return "node-cut";
  if (day === undefined) return "closed";
  return listsStale ? "grace-over" : "node-cut";
}

/** The legal day of an instant by the signed days of the pack; undefined where they do not reach. */
function legalDayOf({ runs }: Pack["calendar"], atMs: number): string | undefined {
  const run = runs.findLast(({ startsAt }) => startsAt <= atMs);
  const day = run && run.firstDay + Math.floor((atMs - run.startsAt) / run.lengthMs);
  if (run === undefined || day === undefined || day > run.lastDay) return undefined;
  return Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString();
}

/** Rulebooks whose text is another one than the officer last saw: new hash under a known name. */
export function changedRulebooks(seen: readonly Rulebook[], current: readonly Rulebook[]): readonly Rulebook[] {
  return current.filter(({ name, hash }) => seen.some((one) => one.name === name && one.hash !== hash));
}
