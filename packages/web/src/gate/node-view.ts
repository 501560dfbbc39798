import type { Status, Texts } from "@twinline/api";
import { formatTime } from "../format/index.ts";
import type { OutboxItem } from "../link/outbox.ts";
import type { LadderStep } from "../ui/Ladder.tsx";

/** Without a word from the node for so long, the gate says that the line is cut. */
export const CUT_AFTER_MS = 12_000;

/** What was last heard, on one monotonic clock: the gate never trusts its own calendar. */
export type Heard = { readonly status: Status; readonly atMs: number };

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
};

/** The node's clock carried on from its last word; the device's own calendar is used only before the first. */
export function nodeNow(heard: Heard | undefined, nowMs: number): Temporal.Instant {
  if (!heard) return Temporal.Now.instant();
  return Temporal.Instant.from(heard.status.now).add({ milliseconds: Math.round(nowMs - heard.atMs) });
}

/** The node's view `nowMs` after what was last heard; nothing is guessed before the first word. */
export function viewNode(heard: Heard | undefined, nowMs: number, open: readonly OutboxItem[]): NodeView {
  if (!heard) return { step: "node-cut", listsStale: false, openCount: open.length };
  const { status, atMs } = heard;
  const silent = nowMs - atMs;
  const now = nodeNow(heard, nowMs);
  const age = (instant: string): number => Math.round(now.since(Temporal.Instant.from(instant)).total("seconds"));
  const isCut = silent > CUT_AFTER_MS;
  const oldest = open.map((item) => item.madeAt).sort()[0];
  const listsAge = age(status.listsAsOf);
  return {
    step: isCut ? "node-cut" : status.ladder,
    title: status.title,
    ...(isCut && { cutAge: Math.round(silent / 1000) }),
    listsAge,
    listsStale: status.listsGraceSeconds !== undefined && listsAge >= status.listsGraceSeconds,
    openCount: open.length,
    ...(oldest !== undefined && { openAge: age(oldest) }),
    legalDay: status.legalDay,
    clock: formatTime(now, status.timeZone ?? "UTC"),
  };
}

/** Rulebooks whose text is another one than the officer last saw: new hash under a known name. */
export function changedRulebooks(seen: readonly Rulebook[], current: readonly Rulebook[]): readonly Rulebook[] {
  return current.filter(({ name, hash }) => seen.some((one) => one.name === name && one.hash !== hash));
}
