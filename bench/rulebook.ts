import { readFileSync } from "node:fs";
import { compileClosures, compileRaw, compileSource, type Days, type Facts } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import type { Report } from "../tools/campaign/report.ts";
import { handWritten } from "./allowance/hand-written.ts";
import { CHECKSUM, checksum, type Passage, passages } from "./allowance/passages.ts";

const ROWS = 100_000;
const ROUNDS = 5;
/** Passes of one round; the best of them counts, the median of the rounds is told. */
const PASSES = 12;

/** Limits of the ratio to hand-written JavaScript. */
const SOURCE_MIN = 0.75;
const TRACED_MIN = 0.45;
const CLOSURES_MIN = 0.08;

type Contender = {
  readonly name: string;
  readonly pass: () => unknown;
  readonly check: () => string;
  readonly least?: number;
};

/** One decision at a time: hand-written JavaScript, the compiled function without and with trace, closures. */
export async function run(report: Report): Promise<void> {
  const contenders = contendersOf(passages(ROWS));
  for (const { name, check } of contenders) {
    const sum = check();
    report.verdict(`rulebook.${name}.checksum`, sum === CHECKSUM, sum);
  }
  const speeds = measure(contenders);
  const limit = speeds.get("hand-written")!;
  for (const { name, least } of contenders) {
    const speed = speeds.get(name)!;
    report.figure(`rulebook.${name}`, speed, "decisions/s");
    if (least === undefined) continue;
    report.figure(`rulebook.${name}.ratio`, speed / limit, "ratio");
    report.verdict(
      `rulebook.${name}`,
      speed / limit >= least,
      `${(speed / limit).toFixed(3)} of hand-written, at least ${least}`,
    );
  }
}

function contendersOf(rows: readonly Passage[]): Contender[] {
  const loaded = load(
    new Map([["bench/allowance.yaml", readFileSync(`${import.meta.dirname}/allowance/allowance.yaml`, "utf8")]]),
    "bench/allowance",
  );
  if ("findings" in loaded) throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
  const inputs = rows.map(inputOf);
  const [raw, traced, closures] = [
    compileRaw(loaded.rulebook),
    compileSource(loaded.rulebook),
    compileClosures(loaded.rulebook),
  ];
  return [
    {
      name: "hand-written",
      pass: () => {
        let last: unknown;
        for (const row of rows) last = handWritten(row);
        return last;
      },
      check: () => {
        const sum = checksum();
        for (const { reason, dutyFree, taxable, tax } of rows.map(handWritten)) sum.add(reason, dutyFree, taxable, tax);
        return sum.text();
      },
    },
    compiled("source", raw, inputs, SOURCE_MIN),
    compiled("source-traced", traced, inputs, TRACED_MIN),
    compiled("closures", closures, inputs, CLOSURES_MIN),
  ];
}

type Input = { readonly facts: Facts; readonly counters: { readonly bought: number }; readonly days: Days };

function inputOf({ residence, age, category, value, bought, day }: Passage): Input {
  const date = Temporal.PlainDate.from(String(day));
  const days = Temporal.PlainDate.from("1970-01-01").until(date).days;
  return { facts: { residence, age, category, value }, counters: { bought }, days: { law: days, legal: days } };
}

function compiled(
  name: string,
  decide: ReturnType<typeof compileRaw>,
  inputs: readonly Input[],
  least: number,
): Contender {
  return {
    name,
    least,
    pass: () => {
      let last: unknown;
      for (const { facts, counters, days } of inputs) last = decide(facts, counters, days);
      return last;
    },
    check: () => {
      const sum = checksum();
      for (const { facts, counters, days } of inputs) {
        const decision = decide(facts, counters, days);
        if (decision.kind === "unanswerable") throw new Error(`Unanswerable: ${decision.reason} "${decision.name}"`);
        const { reason, duty_free, taxable, tax } = decision.outputs as { [name: string]: never };
        sum.add(reason!, duty_free!, taxable!, tax!);
      }
      return sum.text();
    },
  };
}

/** Contenders take turns, so that a busy machine slows all of them. */
function measure(contenders: readonly Contender[]): Map<string, number> {
  const rounds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, pass } of contenders) {
      let best = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < PASSES; turn++) {
        const start = performance.now();
        pass();
        best = Math.min(best, performance.now() - start);
      }
      rounds.get(name)!.push((ROWS / best) * 1000);
    }
  }
  return new Map([...rounds].map(([name, speeds]) => [name, speeds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!]));
}
