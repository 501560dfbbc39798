import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Input, ModelInputError } from "../models/input.ts";
import { models } from "../models/registry.ts";
import { monteCarlo } from "./monte-carlo.ts";
import { type Range, usualRanges } from "./ranges.ts";
import { smartLines } from "./smart-lines.ts";
import { tornado } from "./tornado.ts";
import { FLOW_FAULTS_MAX, FLOW_ROWS_MAX, readTradeFlows } from "./trade-flows.ts";
import { vinerPicture } from "./viner-picture.ts";
import { workingModels, workingOf } from "./working.ts";

type Vectors = { readonly cases: readonly { readonly name: string; readonly input: unknown }[] };

function inputOf(model: string, name: string): unknown {
  const file = new URL(`../../../../conformance/models/${model}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as Vectors).cases.find((one) => one.name === name)!.input;
}

const smart = models.get("smart")!;
const gsim = models.get("gsim")!;
const preference = inputOf("smart", "preference-for-one-partner");

/** Surface of a polygon (Gauss). */
function surface(points: readonly (readonly [number, number])[]): number {
  const twice = points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

test("every area of the picture of a customs union has the surface of the gain or loss it stands for", () => {
  for (const name of ["salvatore-trade-creating-union", "specific-tariff-diverting-union"]) {
    const picture = vinerPicture(inputOf("viner-customs-union", name));
    assert.ok(picture.areas.length >= 3);
    for (const { name: area, points, value } of picture.areas)
      assert.ok(Math.abs(surface(points) - value) < 1e-9, `${name} ${area}: ${surface(points)}, not ${value}`);
  }
});

test("prices alone have no picture, and the error names the field", () => {
  assert.throws(() => vinerPicture(inputOf("viner-customs-union", "prices-only-creating")), { path: "demand" });
});

test("doubling the demand elasticity doubles creation, and diversion moves with substitution alone", () => {
  const ranges: readonly Range[] = [{ field: "importDemandElasticity", low: 1, high: 2, kind: "factor" }];
  const { base, bars } = tornado(smart, preference, ranges, "tradeCreation.A");
  assert.ok(Math.abs(bars[0]!.atLow - base) < 1e-12);
  assert.ok(Math.abs(bars[0]!.atHigh - 2 * base) < 1e-12);
  const diversion = tornado(smart, preference, usualRanges("smart", preference), "tradeDiversion.A");
  assert.deepEqual(
    diversion.bars.map(({ field, swing }) => [field, swing > 0]),
    [
      ["substitutionElasticity", true],
      ["importDemandElasticity", false],
    ],
  );
});

test("a field or result that is not there is named", () => {
  const range: Range = { field: "importDemand", low: 1, high: 2, kind: "value" };
  assert.throws(() => tornado(smart, preference, [range], "marketEffect"), { path: "importDemand" });
  assert.throws(() => tornado(smart, preference, usualRanges("smart", preference), "nothing"), { path: "nothing" });
});

test("a Monte Carlo of a linear result has the mean, spread and shares that arithmetic gives it", () => {
  // creation = 100 · e · 1/6 with e uniform on 0.75 … 2.25: mean 25, deviation 25/3 · 0.75 · 2/√12 …
  const ranges = usualRanges("smart", preference);
  const result = monteCarlo(smart, preference, ranges, { output: "tradeCreation.A", draws: 20_000, seed: 4 });
  assert.ok(Math.abs(result.mean - 25) < 0.2, String(result.mean));
  assert.ok(Math.abs(result.deviation - 25 / Math.sqrt(12)) < 0.1, String(result.deviation));
  assert.ok(Math.abs(result.quantiles.p50 - 25) < 0.4);
  assert.ok(Math.abs(result.shares[0]!.firstOrder - 1) < 0.05);
  assert.ok(Math.abs(result.shares[1]!.totalOrder) < 1e-9);
});

test("the same seed gives the same Monte Carlo, another seed another", () => {
  const input = inputOf("gsim", "us-eu-free-trade-prices");
  const run = (seed: number) =>
    monteCarlo(gsim, input, usualRanges("gsim", input), { output: "netWelfare[0]", draws: 100, seed });
  assert.deepEqual(run(3), run(3));
  assert.notEqual(run(3).mean, run(4).mean);
});

test("draws and ranges are bounded", () => {
  const plan = { output: "marketEffect", seed: 1 };
  const ranges = usualRanges("smart", preference);
  assert.throws(() => monteCarlo(smart, preference, ranges, { ...plan, draws: 100_001 }), ModelInputError);
  assert.throws(() => monteCarlo(smart, preference, [], { ...plan, draws: 100 }), ModelInputError);
  const many = Array.from({ length: 51 }, () => ranges[0]!);
  assert.throws(() => tornado(smart, preference, many, "marketEffect"), { path: "ranges" });
});

test("the working ends in the value that the model gives", () => {
  const given: { readonly [model: string]: readonly [unknown, string, number] } = {
    "viner-customs-union": [inputOf("viner-customs-union", "specific-tariff-diverting-union"), "check", -75],
    smart: [preference, "tariffRevenueChange", -23],
    gsim: [inputOf("gsim", "no-tariff-change"), "netWelfare US", 0],
    "revenue-cascade": [cascade({}), "vat 8703 A", 17],
  };
  for (const model of workingModels) {
    const [input, name, value] = given[model]!;
    const step = workingOf(model, input).find((one) => one.name === name);
    assert.ok(step !== undefined, `${model} ${name}`);
    assert.ok(Math.abs(step.value - value) < 1e-9, `${model}: ${step.value}`);
  }
  assert.deepEqual(workingOf("erlang", { find: "probabilities", servers: 1, offeredLoad: 1 }), []);
});

function cascade(change: object): object {
  const lines = [
    { line: "8703", partner: "A", imports: 100, duty: 20, excise: 12, vat: 17, ...change },
    { line: "8703", partner: "B", imports: 150, duty: 30, excise: 18, vat: 25 },
  ];
  return { lines };
}

type Cascade = {
  readonly change: { readonly total: number; readonly duty: number };
  readonly before: { readonly total: number };
  readonly importsAfter: number;
  readonly lines: readonly { readonly importsAfter: number; readonly after: { readonly duty: number } }[];
};

function compute(input: object): Cascade {
  return models.get("revenue-cascade")!.compute(new Input(input)) as unknown as Cascade;
}

test("the revenue cascade without a change gives back what was collected", () => {
  const { before, change, importsAfter } = compute(cascade({}));
  assert.ok(Math.abs(before.total - 122) < 1e-9);
  assert.ok(Math.abs(change.total) < 1e-9);
  assert.ok(Math.abs(importsAfter - 250) < 1e-9);
});

test("exporter substitution alone moves shares and keeps the total; no response leaves duty gone and the rest", () => {
  const kept = compute({ ...cascade({ dutyFactor: 0 }), importDemand: 0 });
  assert.ok(Math.abs(kept.importsAfter - 250) < 1e-9);
  // The taxed price of A falls to 1/1.2: its pull is 100 · 1.2^1.5 against 150.
  const pull = 100 * 1.2 ** 1.5;
  assert.ok(Math.abs(kept.lines[0]!.importsAfter - (250 * pull) / (pull + 150)) < 1e-9);
  const still = compute({ ...cascade({ dutyFactor: 0 }), exporterSubstitution: 0, importDemand: 0 });
  assert.equal(still.lines[0]!.after.duty, 0);
  assert.ok(Math.abs(still.change.duty + 20) < 1e-9);
});

const HEADING = "line,partner,value,tariff_before,tariff_after,demand_elasticity\n";

test("trade flows are read with quotes, percent and a byte order mark", () => {
  const read = readTradeFlows(`\ufeff${HEADING}8703,"A, ""the"" first",100,20%,0,-2\r\n8703,B,1.5e2,0.2,0.2,\r\n`);
  assert.deepEqual(read, {
    flows: [
      {
        line: "8703",
        partner: 'A, "the" first',
        value: 100,
        tariffBefore: 0.2,
        tariffAfter: 0,
        demandElasticity: -2,
      },
      { line: "8703", partner: "B", value: 150, tariffBefore: 0.2, tariffAfter: 0.2 },
    ],
  });
});

test("every fault of a file of flows is told with its line and column", () => {
  const read = readTradeFlows(
    `${HEADING}8703,A,x,0.2,-1,\n8703,A,1,2\n"87"03,B,1,0,0,\n8704,C,1,0,0,3\n8704,C,1,0,0,\n`,
  );
  assert.ok("faults" in read);
  assert.deepEqual(
    read.faults.map(({ line, column, name }) => [line, column, name]),
    [
      [2, 3, "value"],
      [2, 5, "tariff_after"],
      [3, 4, "row"],
      [4, 1, "row"],
      [5, 6, "demand_elasticity"],
      [6, 2, "partner"],
    ],
  );
});

test("a heading without a needed column, an empty file and too many rows are told", () => {
  const faultsOf = (text: string) => {
    const read = readTradeFlows(text);
    return "faults" in read ? read.faults : [];
  };
  assert.match(faultsOf("line,value\n")[0]!.sentence, /lacks partner, tariff_before, tariff_after/);
  assert.equal(faultsOf(HEADING)[0]!.line, 2);
  const rows = Array.from({ length: FLOW_ROWS_MAX }, (_, at) => `${at},A,1,0,0,`).join("\n");
  assert.equal(faultsOf(HEADING + rows).length, 0);
  assert.equal(faultsOf(`${HEADING + rows}\nz,A,1,0,0,`)[0]!.line, FLOW_ROWS_MAX + 2);
  const wrong = Array.from({ length: FLOW_FAULTS_MAX + 1 }, () => "8703").join("\n");
  assert.equal(faultsOf(HEADING + wrong).length, FLOW_FAULTS_MAX);
});

test("each tariff line is computed by itself, by both named diversion variants", () => {
  const read = readTradeFlows(`${HEADING}8703,A,100,20%,0,\n8703,B,150,20%,20%,\n8704,A,100,20%,0,-3\n`);
  assert.ok("flows" in read);
  const { lines, totals } = smartLines(read.flows, { importDemandElasticity: -1.5, substitutionElasticity: 1.5 });
  const [cars, trucks] = lines;
  // Golden values of the book of models: 25 of creation, diversion 15 and 13.636.
  assert.ok(Math.abs(cars!.variants.jammesOlarreaga.tradeCreation - 25) < 1e-9);
  assert.ok(Math.abs(cars!.variants.jammesOlarreaga.tradeDiversion - 15) < 1e-9);
  assert.ok(Math.abs(cars!.variants.lairdYeats.tradeDiversion - 13.636363636) < 1e-6);
  assert.ok(Math.abs(trucks!.variants.jammesOlarreaga.tradeCreation - 50) < 1e-9);
  assert.ok(Math.abs(totals.jammesOlarreaga.tradeCreation - 75) < 1e-9);
});
