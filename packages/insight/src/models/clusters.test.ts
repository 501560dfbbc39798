import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { clustersOf } from "./clusters.ts";
import { Input } from "./input.ts";
import { buildNetwork, readNetwork } from "./network.ts";
import { modularity } from "./structure.ts";

const file = new URL("../../../../conformance/models/network-roles.json", import.meta.url);
const karate = readNetwork(new Input(JSON.parse(readFileSync(file, "utf8")).cases[0].input));

test("the karate club falls into clusters within a hundredth of the known optimum of 0.419790", () => {
  const { clusters, modularity: found } = clustersOf(karate);
  assert.ok(found > 0.4188 - 1e-6 && found <= 0.41979 + 1e-6, String(found));
  const groups = clusters.map((group) => new Set(group));
  assert.ok(Math.abs(modularity(karate, groups)! - found) < 1e-12);
  assert.deepEqual(
    clusters.flat().toSorted((a, b) => a - b),
    karate.names.map((_, at) => at),
  );
});

test("the same seed gives the same clusters", () => {
  assert.deepEqual(clustersOf(karate, { seed: 5, tries: 1 }), clustersOf(karate, { seed: 5, tries: 1 }));
});

test("two cliques joined by one link are two clusters; a network without links has none to join", () => {
  const clique = (first: number) =>
    [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => b > a).map((b) => ({ from: first + a, to: first + b })));
  const links = [...clique(0), ...clique(4), { from: 0, to: 4 }];
  const names = Array.from({ length: 8 }, (_, at) => String(at));
  const network = buildNetwork(
    names,
    links.map((link) => ({ ...link, length: 1, weight: 1 })),
    false,
  );
  assert.deepEqual(clustersOf(network).clusters, [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ]);
  assert.equal(clustersOf(buildNetwork(["a", "b"], [], false)).clusters.length, 2);
});
