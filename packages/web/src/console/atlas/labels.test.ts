import assert from "node:assert/strict";
import { test } from "node:test";
import { placeLabels } from "./labels.ts";

test("A name steps aside where another dot or name stands", () => {
  const spots = [
    { x: 100, y: 100, name: "Khorgos" },
    { x: 130, y: 100, name: "Yining" },
    { x: 300, y: 100, name: "Lhasa" },
  ];
  assert.deepEqual(
    placeLabels(spots).map(({ side }) => side),
    ["left", "right", "right"],
  );
});
