import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { differences, type Tolerance } from "./differences.ts";
import { Input, ModelInputError } from "./input.ts";
import { models } from "./registry.ts";

type Case = {
  readonly model: string;
  readonly name: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
};

const folder = new URL("../../../../conformance/models-computed/", import.meta.url);
const cases = ["cases.json", "edges.json"].flatMap(
  (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as readonly Case[],
);

for (const [name, own] of Map.groupBy(cases, ({ model }) => model))
  test(`model ${name} agrees with a second computation`, () => {
    for (const one of own) {
      // What the command prints is compared: a number that does not exist is null there.
      const answer = JSON.parse(JSON.stringify(models.get(name)!.compute(new Input(one.input))));
      assert.deepEqual(differences(answer, one.expected, one.tolerance), [], one.name);
    }
  });

const faults: readonly (readonly [string, object, string])[] = [
  ["queue", { model: "M/M/c", lambda: 1, mu: 0 }, "mu"],
  ["queue", { model: "M/M/c", lambda: 1, mu: 1, servers: 1_000_001 }, "servers"],
  ["queue", { model: "M/M/1/K", lambda: 1, mu: 1, capacity: 1_000_001 }, "capacity"],
  ["queue", { model: "M/M/c+M", lambda: 1, mu: 1 }, "abandonmentRate"],
  ["queue", { model: "M/M/9", lambda: 1, mu: 1 }, "model"],
  ["erlang", { find: "probabilities", servers: 2, offeredLoad: -1 }, "offeredLoad"],
  ["jackson-network", { nodes: [{ externalArrivalRate: 1, mu: 0 }], routing: [[0]] }, "nodes[0].mu"],
  ["change-point", { series: [1, 2, 3], method: "leastSquares", maximumChanges: 4 }, "maximumChanges"],
  [
    "change-point",
    { series: [1, 2, 3], method: "pelt", penalty: { kind: "aic" }, minimumSegmentLength: 4 },
    "minimumSegmentLength",
  ],
  ["network-roles", { nodes: ["a", "b"], edges: [{ from: "a", to: "a" }] }, "edges[0]"],
  ["network-roles", { nodes: ["a"], edges: [], partition: [["b"]] }, "partition[0][0]"],
  ["smart", { imports: [{ partner: "A", value: 1, tariffBefore: -1, tariffAfter: 0 }] }, "imports[0].tariffBefore"],
  ["gsim", { regions: ["a"], tradeMatrix: [[-1]] }, "tradeMatrix[0][0]"],
  ["gsim", { regions: ["a"], tradeMatrix: [[1]], tariffBefore: [[-1]] }, "tariffBefore[0][0]"],
  ["netting", { baseCurrency: "A", rates: { A: 1 }, obligations: [], decimals: 13 }, "decimals"],
  [
    "netting",
    { baseCurrency: "A", obligations: [{ from: "x", to: "y", amount: 1, currency: "B" }] },
    "obligations[0].currency",
  ],
  ["jackson-network", { nodes: [{ externalArrivalRate: 1, mu: 2 }], routing: [[1]] }, "routing"],
  ["jackson-network", { nodes: [{ externalArrivalRate: 1, mu: 2 }], routing: [[1.5]] }, "routing[0]"],
  ["network-roles", { nodes: ["a"], edges: [], damping: 1.1 }, "damping"],
  ["composite-functions", { function: "toString", values: [1] }, "function"],
  ["composite-functions", { function: "cronbachAlpha", rows: [[1, 2], [1]] }, "rows[1]"],
  ["composite-functions", { function: "arithmeticMean", values: [1, 2], weights: [1] }, "weights"],
  ["punctuation", { series: [3], change: "difference" }, "series"],
  ["queue", { model: "M/M/1", lambda: -1, mu: 1 }, "lambda"],
  ["human-development-index", { healthIndex: 1, educationIndex: 1, incomePerCapita: 0 }, "incomePerCapita"],
];

for (const [name, input, path] of faults)
  test(`model ${name} names "${path}" when it cannot be used`, () => {
    assert.throws(
      () => models.get(name)!.compute(new Input(input)),
      (error) => error instanceof ModelInputError && error.path === path,
    );
  });

test("servers and capacity are computed up to their limits", () => {
  const queue = (input: object) => models.get("queue")!.compute(new Input(input));
  const large = queue({ model: "M/M/c", lambda: 900_000, mu: 1, servers: 1_000_000 });
  assert.equal(large.stable, true);
  assert.ok(Number(large.probabilityWait) < 1e-9);
  const full = queue({ model: "M/M/1/K", lambda: 2, mu: 1, capacity: 1_000_000 });
  assert.ok(Math.abs(Number(full.probabilityBlocked) - 0.5) < 1e-9);
});
