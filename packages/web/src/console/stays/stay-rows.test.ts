import assert from "node:assert/strict";
import { test } from "node:test";
import type { StayRow } from "@twinline/api";
import { rowsFor } from "./stay-rows.ts";
import { readStaySearch } from "./stay-search.ts";

const row = (entry: number, name: string, more: Partial<StayRow> = {}): StayRow => ({
  visit: String(entry),
  name,
  nationality: "KZ",
  documentKind: "passport",
  gate: "CN-1",
  enteredAt: `2026-04-08T0${entry}:00:00Z`,
  lastDay: "2026-05-07",
  daysLeft: 30 - entry,
  entry,
  ...more,
});
const rows = [row(2, "LI WEI", { nationality: "CN" }), row(1, "Ахметова Айгерим"), row(3, "AKHMETOV DAULET")];
const numbers = (search: Parameters<typeof rowsFor>[1]) => rowsFor(rows, search).map(({ entry }) => entry);

test("Without a search the first to have entered stands first", () => {
  assert.deepEqual(numbers({}), [1, 2, 3]);
});

test("A part of a name is found in any script and case, a number only whole", () => {
  assert.deepEqual(numbers({ find: "ахмет" }), [1]);
  assert.deepEqual(numbers({ find: "akh" }), [3]);
  assert.deepEqual(numbers({ find: "3" }), [3]);
  assert.deepEqual(numbers({ find: "30" }), []);
});

test("Filters hold together, and a sort turns round", () => {
  assert.deepEqual(numbers({ nationality: "KZ", sort: "left" }), [3, 1]);
  assert.deepEqual(numbers({ nationality: "KZ", sort: "left", down: true }), [1, 3]);
  assert.deepEqual(numbers({ gate: "KZ-1" }), []);
});

test("An address that means nothing is read as no filter", () => {
  assert.deepEqual(readStaySearch({ list: "everyone", sort: 7, find: "", gate: {}, down: "yes" }), {});
  assert.deepEqual(readStaySearch({ list: "overstay", find: 42, down: true }), {
    list: "overstay",
    find: "42",
    down: true,
  });
});
