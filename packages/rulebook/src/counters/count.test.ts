import assert from "node:assert/strict";
import { test } from "node:test";
import { compileSource } from "../compile/source/compile-source.ts";
import type { Counter } from "../ir/counter.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { type CountedEvent, holdCount } from "./contribution.ts";
import { compileCount } from "./count.ts";
import { isInPeriod, periodOf } from "./period.ts";

const day = (text: string) => Temporal.PlainDate.from("1970-01-01").until(Temporal.PlainDate.from(text)).days;

test("weeks begin on Monday, months and years on their first day", () => {
  assert.notEqual(periodOf("legal_week", day("2025-03-02")), periodOf("legal_week", day("2025-03-03")));
  assert.equal(periodOf("legal_week", day("2025-03-03")), periodOf("legal_week", day("2025-03-09")));
  assert.equal(periodOf("legal_week", day("1969-12-29")), periodOf("legal_week", day("1970-01-01")));
  assert.equal(periodOf("legal_month", day("2025-03-01")), periodOf("legal_month", day("2025-03-31")));
  assert.notEqual(periodOf("legal_month", day("2024-03-01")), periodOf("legal_month", day("2025-03-01")));
  assert.equal(periodOf("legal_year", day("2025-12-31")), 2025);
  assert.equal(periodOf("legal_year", day("2026-01-01")), 2026);
  assert.equal(periodOf("legal_month", day("2025-01-31")), 12 * 2025);
  assert.equal(periodOf("legal_month", day("2024-12-31")), 12 * 2025 - 1);
  assert.equal(periodOf("legal_week", day("1970-01-01")), 0);
  assert.equal(periodOf("legal_week", day("1970-01-05")), 1);
  assert.equal(periodOf("legal_day", 20_000), 20_000);
});

test("a rolling window ends on the event's legal day and includes it", () => {
  const counter = { per: ["person"], within: 7 } as unknown as Counter;
  const today = day("2025-03-10");
  assert.ok(isInPeriod(counter, today, today));
  assert.ok(isInPeriod(counter, today - 6, today));
  assert.ok(!isInPeriod(counter, today - 7, today));
  assert.ok(!isInPeriod(counter, today + 1, today));
});

const rulebook = checkSmall({
  facts: `  n: {type: integer, range: 0..10, ${label}}\n  extra: {type: integer, range: 0..10, optional: true, ${label}}`,
  counters: `  events: {kind: facts, count: all, per: [person], range: 0..100, source: N/1}
  large: {kind: facts, count: all, per: [person, legal_day], where: n > 0, range: 0..100, source: N/1}
  extras: {kind: facts, sum: extra, per: [person], range: 0..100, source: N/1}
  results: {kind: feedback, sum: result, per: [person, legal_month], range: 0..100, source: N/1}`,
  rules: "  result: {type: integer, is: if results = 0 then n else 0, source: N/1}",
}).rulebook;

test("counts and sums run over earlier events with the same keys, missing summed facts add 0", () => {
  const decide = compileSource(rulebook);
  const count = compileCount(rulebook);
  const events: CountedEvent[] = [];
  const seen = [];
  for (const [text, n, extra] of [
    ["2025-03-01", 0, undefined],
    ["2025-03-01", 4, 3],
    ["2025-03-01", 5, undefined],
    ["2025-04-01", 6, 2],
  ] as const) {
    const legal = day(text);
    const counters = count(events, legal);
    seen.push(counters);
    const facts = { n, ...(extra !== undefined && { extra }) };
    const decision = decide(facts, counters, { law: legal, legal });
    assert.equal(decision.kind, "decided");
    if (decision.kind === "decided") events.push({ facts, days: { law: legal, legal }, trace: decision.trace });
  }
  assert.deepEqual(seen, [
    { events: 0, large: 0, extras: 0, results: 0 },
    { events: 1, large: 0, extras: 0, results: 0 },
    { events: 2, large: 1, extras: 3, results: 4 },
    { events: 3, large: 0, extras: 3, results: 0 },
  ]);
});

test("a sum is held as a number up to 2^53 - 1 where its counter's range is so small, else as a bigint", () => {
  const counterOf = (max: number | bigint) => ({ range: { min: 0, max } }) as unknown as Counter;
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  assert.equal(holdCount(counterOf(9), 9n), 9);
  assert.equal(holdCount(counterOf(9), most), Number.MAX_SAFE_INTEGER);
  assert.equal(holdCount(counterOf(9), most + 1n), most + 1n);
  assert.equal(holdCount(counterOf(9), -most), -Number.MAX_SAFE_INTEGER);
  assert.equal(holdCount(counterOf(9), -most - 1n), -most - 1n);
  assert.equal(holdCount(counterOf(most + 1n), 9n), 9n);
});
