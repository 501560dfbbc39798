import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { type CheckedRulebook, type CountedEvent, compileCount, compileSource } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import fc from "fast-check";
import { type RecordedLine, writeRecorded } from "../history/recorded.ts";
import { replay } from "./replay.ts";

const LAW = path.join(import.meta.dirname, "../../../../conformance/rulebook");
const names = globSync("demo/**/*.{yaml,md}", { cwd: LAW });
const files = new Map(names.map((file) => [file, readFileSync(path.join(LAW, file), "utf8")]));
const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-kinds-"));
after(() => rmSync(folder, { recursive: true }));

function held(name: string, from: ReadonlyMap<string, string> = files): CheckedRulebook {
  const loaded = load(from, name);
  if ("findings" in loaded) throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
  return loaded.rulebook;
}

/** The example with its limit of mass over the last days in place of the month, and a reform of it that moves the limit. */
function rolling(days: number): { base: CheckedRulebook; reform: CheckedRulebook } {
  const edited = (name: string, ...edits: readonly (readonly [string, string])[]) => {
    const file = `demo/cn/${name}.yaml`;
    return edits.reduce((text, [from, to]) => text.replace(from, to), files.get(file)!);
  };
  const law = edited("personal-goods", ["per: [person, legal_month]", `per: [person], within: ${days} days`]);
  const hash = createHash("sha256").update(law).digest("hex");
  const own = edited("allowance-2027", [/[0-9a-f]{64}/.exec(files.get("demo/cn/allowance-2027.yaml")!)![0], hash]);
  const all = new Map([...files, ["demo/cn/personal-goods.yaml", law], ["demo/cn/allowance-2027.yaml", own]]);
  return { base: held("demo/cn/personal-goods", all), reform: held("demo/cn/allowance-2027", all) };
}

/** A rulebook with a counter of each kind, by day and by month, and a reform replayed over 2025. */
const base = held("demo/cn/personal-goods");
const reform = held("demo/cn/allowance-2027");
const FIRST = Temporal.PlainDate.from("1970-01-01").until("2025-03-28").days;

const eventOf = fc.record({
  person: fc.integer({ min: 0, max: 2 }),
  later: fc.constantFrom(0, 0, 0, 1, 2),
  value: fc.integer({ min: 0, max: 1_200_000 }),
  mass: fc.integer({ min: 0, max: 40_000 }),
  trader: fc.boolean(),
  permit: fc.option(fc.constantFrom("A 1", "B 2"), { nil: undefined }),
});
type Event = typeof eventOf extends fc.Arbitrary<infer One> ? One : never;

function linesOf(events: readonly Event[]): readonly RecordedLine[] {
  let day = FIRST;
  return events.map(({ person, later, value, mass, trader, permit }, index) => {
    day += later;
    const residence = ["CN", "KZ", "UZ"][person]!;
    const category = trader ? "trader" : "tourist";
    const given = { residence, age: 30, category, goods_value: value, goods_mass: mass };
    const facts = permit === undefined ? given : { ...given, permit };
    const known = { gate: "CN-1", person: residence, nationality: residence, hs: "", category: "" };
    return { ...known, passage: index + 1, line: 1, second: index, day, facts };
  });
}

/** The language's own counting, event by event. */
function countSlowly(rulebook: CheckedRulebook, lines: readonly RecordedLine[], law: number) {
  const decide = compileSource(rulebook);
  const count = compileCount(rulebook);
  const past = new Map<string, CountedEvent[]>();
  const sums = Object.fromEntries(["duty_free", "taxable", "duty_due", "mass_passed"].map((name) => [name, 0]));
  const desks: Record<string, number> = {};
  for (const { person, day, facts } of lines) {
    const earlier = past.getOrInsertComputed(person, () => []);
    const days = { law, legal: day };
    const made = decide(facts, count(earlier, day), days);
    if (made.kind === "unanswerable") throw new Error(`${made.reason} ${made.name}`);
    earlier.push({ facts, days, trace: made.trace });
    for (const name of Object.keys(sums)) sums[name]! += Number(made.outputs[name]);
    const desk = String(made.outputs.desk);
    desks[desk] = (desks[desk] ?? 0) + 1;
  }
  return { sums, desks };
}

test("counters of facts, clamped ones and those that feed back are folded as the language counts them", () =>
  assertFolded(base, reform, 8));

test("a rolling window is folded as the language counts it, from one legal day to a week of them", async () => {
  for (const days of [1, 2, 7]) {
    const policies = rolling(days);
    await assertFolded(policies.base, policies.reform, 4);
  }
});

/** Replays made-up passages under both policies and counts them event by event. */
async function assertFolded(base: CheckedRulebook, reform: CheckedRulebook, numRuns: number): Promise<void> {
  const arbitrary = fc.array(eventOf, { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(arbitrary, async (events) => {
      const lines = linesOf(events);
      const history = path.join(folder, "demo.parquet");
      await writeRecorded(history, base.facts, lines);
      const result = await replay({
        history,
        recorded: true,
        base,
        reform,
        goods: {},
        by: ["residence"],
        burden: "duty_due",
      });
      for (const [policy, rulebook] of [["base", base] as const, ["reform", reform] as const]) {
        const { sums, desks } = countSlowly(rulebook, lines, reform.reform!.replay!.law!);
        for (const [name, sum] of Object.entries(sums))
          assert.equal(result.totals.amounts[name]![policy], sum, `${name} of the ${policy}`);
        for (const [desk, seen] of Object.entries(desks))
          assert.equal(result.outcomes.desk![desk]?.[policy], seen, desk);
      }
    }),
    { numRuns },
  );
}
