import type { Moment, Ruling } from "../spine/concept.ts";
import type { State } from "../spine/state.ts";
import { type Capture, captureBody, judgeNumber } from "./numbering.ts";

/** What a concept says of an event whose number is taken; `findings` are for a human. */
export type CaptureRuling = Ruling & { readonly findings?: readonly string[] };

/**
 * Decides what a device did by itself. Its number comes first: an event that is not taken is recorded as refused and does
 * nothing else, one that is taken is recorded with its place in the device's numbers whatever comes of it.
 */
export function recordCapture(state: State, capture: Capture, { atMs }: Moment, decide: () => CaptureRuling): Ruling {
  const numbering = judgeNumber(state, capture, atMs);
  if (!numbering.isTaken) {
    const [reason = ""] = numbering.findings;
    return { outcome: "refused", reason, details: captureBody(state, capture, numbering) };
  }
  const { findings = [], details, ...ruling } = decide();
  const all = { isTaken: true, findings: [...numbering.findings, ...findings] };
  return { ...ruling, details: { ...captureBody(state, capture, all), ...details } };
}
