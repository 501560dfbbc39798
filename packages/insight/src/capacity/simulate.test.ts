import assert from "node:assert/strict";
import { test } from "node:test";
import { Input } from "../models/input.ts";
import { models } from "../models/registry.ts";
import { simulate } from "./simulate.ts";
import type { Estimate, Layout } from "./station.ts";

const ERRORS_MAX = 3;

function assertWithin(estimate: Estimate, exact: number, what: string): void {
  const errors = Math.abs(estimate.mean - exact) / estimate.standardError;
  assert.ok(errors <= ERRORS_MAX, `${what}: ${estimate.mean} is ${errors.toFixed(1)} standard errors from ${exact}`);
}

test("a hall of lanes agrees with M/M/c within three standard errors", () => {
  const layout: Layout = { stations: [{ name: "hall", arrivalRate: 40, serviceRate: 5, servers: 10 }], routing: [[0]] };
  const [hall] = simulate(layout, { seed: 20261121, length: 4_000, warmUp: 100 });
  const exact = models.get("queue")!.compute(new Input({ model: "M/M/c", lambda: 40, mu: 5, servers: 10 }));
  assertWithin(hall!.meanWait, Number(exact.meanWait), "wait");
  assertWithin(hall!.meanNumber, Number(exact.meanNumberInSystem), "number");
});

test("scanners with constant service agree with Pollaczek and Khinchine", () => {
  const layout: Layout = {
    stations: [{ name: "x-ray", arrivalRate: 0.7, serviceRate: 1, servers: 1, serviceVariation: 0 }],
    routing: [[0]],
  };
  const [scanner] = simulate(layout, { seed: 5, length: 100_000, warmUp: 1_000 });
  const exact = models
    .get("queue")!
    .compute(new Input({ model: "M/G/1", lambda: 0.7, mu: 1, serviceTimeSquaredCoefficientOfVariation: 0 }));
  assertWithin(scanner!.meanWait, Number(exact.meanWait), "wait");
});

test("weighbridge, x-ray and exit agree with Jackson's network", () => {
  const nodes = [
    { name: "gate", externalArrivalRate: 20, mu: 13, servers: 2 },
    { name: "x-ray", externalArrivalRate: 0, mu: 8, servers: 1 },
    { name: "exit", externalArrivalRate: 0, mu: 30, servers: 1 },
  ];
  const routing = [
    [0, 0.3, 0.7],
    [0, 0, 1],
    [0, 0, 0],
  ];
  const stations = nodes.map((node) => ({
    name: node.name,
    arrivalRate: node.externalArrivalRate,
    serviceRate: node.mu,
    servers: node.servers,
  }));
  const seen = simulate({ stations, routing }, { seed: 9, length: 8_000, warmUp: 200 });
  const exact = models.get("jackson-network")!.compute(new Input({ nodes, routing }));
  for (const [index, station] of seen.entries())
    assertWithin(station.meanNumber, (exact.meanNumberAtNode as readonly number[])[index]!, station.name);
});

test("the same seed gives the same run", () => {
  const layout: Layout = {
    stations: [{ name: "hall", arrivalRate: 4, serviceRate: 5, servers: 1, serviceVariation: 0.5 }],
    routing: [[0.1]],
  };
  const run = { seed: 3, length: 500, warmUp: 10 };
  assert.deepEqual(simulate(layout, run), simulate(layout, run));
});
