import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckedRulebook, Counter, CounterKey } from "@twinline/rulebook";
import fc from "fast-check";
import { dayNumber } from "../calendar/legal-day.ts";
import type { DecisionRecord } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import { countedKeys, counterKey, counterPrefix } from "./counter-key.ts";
import { additions, type Counting, counterValues, overflowing } from "./counting.ts";

const at = { file: "toy.yaml", line: 1, column: 1 };

function counter(name: string, per: readonly CounterKey[], more: Partial<Counter> = {}): Counter {
  return {
    name,
    kind: "facts",
    type: { kind: "integer" },
    measure: { kind: "count" },
    per,
    range: { min: 0, max: 1_000 },
    source: [],
    definition: "0123456789abcdef0123456789abcdef",
    at,
    ...more,
  };
}

function installed(...counters: Counter[]): Installed {
  return {
    rulebook: { name: "toy/cn/law", counters } as unknown as CheckedRulebook,
    decide: () => ({ kind: "unanswerable", reason: "missing-fact", name: "x" }),
    amountOf: (one, { facts, outputs }) =>
      one.kind === "facts" ? Number(facts.amount) : outputs.verdict === "admit" ? Number(facts.amount) : undefined,
  };
}

function record(amount: number, legal: number, verdict: string = "admit"): DecisionRecord {
  const outputs = { verdict };
  return { rulebook: "toy/cn/law", hash: "h", law: legal, legal, facts: { amount }, counters: {}, outputs };
}

const subject = { person: "p1", gate: "CN-1" };
const total = (sums: ReadonlyMap<string, number>) => ({ total: (key: string) => sums.get(key) ?? 0 });

describe("A counter's row", () => {
  test("is one for each subject and period, and another for another definition", () => {
    const law = { name: "toy/cn/law" };
    const monthly = counter("used", ["person", "legal_month"]);
    const key = (day: string, person = "p1") => counterKey(law, monthly, { person }, dayNumber(day));
    assert.equal(key("2025-03-01"), key("2025-03-31"));
    assert.notEqual(key("2025-03-31"), key("2025-04-01"));
    assert.notEqual(key("2025-03-01"), key("2025-03-01", "p2"));
    const redefined = { ...monthly, definition: "f".repeat(32) };
    assert.notEqual(counterPrefix(law, monthly), counterPrefix(law, redefined));
  });

  test("is absent when the event has no such subject", () => {
    const law = installed(counter("visits", ["visit"]), counter("gates", ["gate", "legal_day"]));
    assert.deepEqual(Object.keys(counterValues(law, subject, 20_000, total(new Map()))), ["gates"]);
    assert.equal(additions(law, record(1, 20_000), subject, "all").length, 1);
  });
});

describe("A rolling window", () => {
  const window = counter("days", ["person"], { within: 7 });

  test("reads one row a day, today and the six days before", () => {
    const keys = countedKeys({ name: "toy/cn/law" }, window, subject, 20_000);
    assert.equal(keys.length, 7);
    assert.ok(keys[0]?.endsWith("/d20000") && keys[6]?.endsWith("/d19994"));
  });

  test("equals the plain sum over the days within it", () => {
    const law = installed(window);
    const events = fc.array(fc.record({ day: fc.integer({ min: 0, max: 30 }), amount: fc.nat({ max: 9 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 40 }), (all, today) => {
        const sums = new Map<string, number>();
        for (const { day, amount } of all) {
          for (const one of additions(law, record(amount, day), subject, "all")) {
            sums.set(one.key, (sums.get(one.key) ?? 0) + one.amount);
          }
        }
        const inside = all.filter(({ day }) => day <= today && day > today - 7);
        const wanted = inside.reduce((sum, { amount }) => sum + amount, 0);
        assert.equal(counterValues(law, subject, today, total(sums)).days, wanted);
      }),
    );
  });
});

describe("What is counted", () => {
  const facts = counter("seen", ["person", "legal_day"]);
  const outcome = counter("used", ["person", "legal_day"], { kind: "feedback" });
  const law = installed(facts, outcome);
  const counted = (counting: Counting, verdict = "admit") =>
    additions(law, record(5, 20_000, verdict), subject, counting).map(({ key, amount }) => [
      key.split("#")[1]?.split("@")[0],
      amount,
    ]);

  test("is everything of a passage that took place, and plain facts of one that did not", () => {
    assert.deepEqual(counted("all"), [
      ["seen", 5],
      ["used", 5],
    ]);
    assert.deepEqual(counted("facts"), [["seen", 5]]);
  });

  test("of an override is the outcome as of an admitted passage, or its return", () => {
    assert.deepEqual(counted("outcomes", "refer"), [["used", 5]]);
    assert.deepEqual(counted("undo", "refer"), [["used", -5]]);
    assert.deepEqual(counted("all", "refer"), [["seen", 5]]);
  });

  test("never leaves a counter's range, at the limit and one beyond", () => {
    const added = additions(law, record(5, 20_000), subject, "outcomes");
    const standing = (value: number) => total(new Map(added.map(({ key }) => [key, value])));
    assert.equal(overflowing(law, added, standing(995)), undefined);
    assert.equal(overflowing(law, added, standing(996))?.name, "used");
  });
});
