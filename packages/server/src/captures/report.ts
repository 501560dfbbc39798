import type { CaptureAnswer, CaptureReport } from "@twinline/api";
import { type Capture, findingsOf } from "@twinline/zone";
import { presentRecorded } from "../access/recording.ts";
import type { ZoneNode } from "../node.ts";
import type { Recorded } from "../writer/ask.ts";

/** What became of one event. */
export function answerOf(node: ZoneNode, { device, sequence }: Capture, recorded: Recorded): CaptureAnswer {
  const { outcome, reason } = recorded.body;
  const { receipt } = presentRecorded(node, recorded);
  return { device, sequence, status: "recorded", outcome, reason, receipt, findings: [...findingsOf(recorded.body)] };
}

/** An event that speaks of another one that has not arrived. */
export function waitingFor({ device, sequence }: Capture, reason: string): CaptureAnswer {
  return { device, sequence, status: "waiting", reason, findings: [] };
}

/** The answers with what is known of the numbers of their devices. */
export async function reportOf({ database }: ZoneNode, answers: CaptureAnswer[]): Promise<CaptureReport> {
  const ids = [...new Set(answers.map(({ device }) => device))];
  const { rows } = await database.query<{ key: string; last: number; seen: number }>(
    "select key, last, seen from device_log where key = any($1)",
    [ids],
    "device-log",
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  const devices = ids.map((device) => {
    const { last = 0, seen = 0 } = known.get(device) ?? {};
    return { device, last, missing: last - seen };
  });
  return { answers, devices };
}
