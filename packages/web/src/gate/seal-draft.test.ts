import assert from "node:assert/strict";
import { test } from "node:test";
import { readSeal } from "./seal-draft.ts";

const now = Temporal.Instant.from("2026-04-08T06:00:00Z");
const draft = { seal: "tls:CN1AB-0007", day: "2026/04/08", time: "13:05", verdict: "admit" };

test("a seal is read in the lane's own time, and nothing of it may lie ahead", () => {
  assert.deepEqual(readSeal(draft, "zh", "Asia/Shanghai", now), {
    value: { seal: { series: "CN1AB", number: 7 }, at: "2026-04-08T05:05:00Z", verdict: "admit" },
  });
  const wrong = readSeal({ seal: "7", day: "2026/04/31", time: "25:00", verdict: "" }, "zh", "Asia/Shanghai", now);
  assert.ok("errors" in wrong);
  assert.deepEqual(Object.keys(wrong.errors).sort(), ["day", "seal", "verdict"]);
  const ahead = readSeal({ ...draft, time: "14:01" }, "zh", "Asia/Shanghai", now);
  assert.deepEqual(ahead, { errors: { time: "gate.seal.error.time" } });
});
