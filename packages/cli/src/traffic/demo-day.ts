import { generateTraffic, rowsOf, type TrafficPassage } from "@twinline/insight";
import { laneRegister } from "./lanes.ts";
import { signInByLink } from "./node-client.ts";
import { plannedPassages } from "./passage-requests.ts";
import { play } from "./play.ts";
import type { PlayReport } from "./play-report.ts";

/** A small day: enough for every list and picture to be alive, played in about half a minute. */
export const DEMO_PASSAGES = 1_200;
const DEMO_LANES = 6;
const DEMO_RATE = 60;
const DEMO_SEED = 20261121;

function fewLanes(passage: TrafficPassage): TrafficPassage {
  return { ...passage, lane: 1 + (passage.lane % DEMO_LANES) };
}

async function* pages(today: Temporal.PlainDate, gate: string) {
  let passage = 0;
  for (const day of generateTraffic({ passages: DEMO_PASSAGES, from: today, seed: DEMO_SEED })) {
    yield day.flatMap((one) => rowsOf(++passage, fewLanes(one), gate));
  }
}

/** Plays a made-up day through the public API of a node, signed in by an administrator's one-time link. */
export async function playDemoDay(
  url: string,
  linkPath: string,
  gate: string,
  progress: (report: PlayReport) => void,
): Promise<PlayReport> {
  const token = /([A-Za-z0-9_-]{43})$/.exec(linkPath)?.[1] ?? "";
  const administrator = await signInByLink(url, token);
  return play({
    passages: plannedPassages(pages(Temporal.Now.plainDateISO(), gate), gate),
    laneOf: laneRegister(administrator, gate),
    rate: DEMO_RATE,
    progress,
  });
}
