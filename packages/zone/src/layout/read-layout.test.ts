import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { readLayout } from "./read-layout.ts";

type Loose = { [name: string]: { [name: string]: { [name: string]: unknown } } };
const text = readFileSync(new URL("../../../../rulebooks/khorgos/layout.yaml", import.meta.url), "utf8");
const fileWith = (change: (file: Loose) => void): Loose => {
  const file = parse(text) as Loose;
  change(file);
  return file;
};

describe("The plan of a zone", () => {
  test("of Khorgos holds the ten functions of S0, each with a source, and places only what a source places", () => {
    const { blocks, sides, gates, plan } = readLayout(parse(text));
    assert.equal(blocks.length, 10);
    assert.deepEqual(
      blocks.filter(({ at }) => at !== undefined).map(({ block, side }) => [block, side]),
      [["display_sale", "cn"]],
    );
    assert.ok(blocks.every(({ source, confidence }) => source !== "" && confidence !== ""));
    assert.equal(
      sides.reduce((sum, { at }) => sum + at.width, 0),
      plan.columns,
      "the two halves touch",
    );
    assert.deepEqual(
      gates.map(({ gate, edge }) => [gate, edge]),
      [
        ["KZ-1", "west"],
        ["CN-1", "east"],
      ],
    );
  });

  test("says where the file is wrong: off the plan, on the other half, a side that is not drawn, an edge that is none", () => {
    const faults: readonly [string, (file: Loose) => void][] = [
      ["blocks.display_sale.at", ({ blocks }) => Object.assign(blocks!.display_sale!.at as object, { x: 13 })],
      ["blocks.display_sale.at", ({ blocks }) => Object.assign(blocks!.display_sale!.at as object, { x: 5 })],
      ["blocks.hotels.side", ({ blocks }) => Object.assign(blocks!.hotels!, { side: "MN" })],
      ["blocks.hotels.at", ({ blocks }) => Object.assign(blocks!.hotels!, { side: "KZ" })],
      ["gates.CN-1.edge", ({ gates }) => Object.assign(gates!["CN-1"]!, { edge: "up" })],
      ["plan.columns", ({ plan }) => Object.assign(plan!, { columns: 49 })],
    ];
    for (const [path, change] of faults)
      assert.throws(
        () => readLayout(fileWith(change)),
        (error: Error) => error.message.includes(`"${path}`),
        path,
      );
  });
});
