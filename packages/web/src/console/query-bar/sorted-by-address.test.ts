import assert from "node:assert/strict";
import { test } from "node:test";
import { sortedByAddress } from "./sorted-by-address.ts";

type Search = { readonly find?: string; readonly sort?: "name" | "day"; readonly down?: boolean };

function pressed(search: Search, column: string, isDescending: boolean): Search {
  let next: Search = {};
  const { onSort } = sortedByAddress(search, ["name", "day"] as const, "day", (changed) => {
    next = changed;
  });
  onSort({ column, isDescending });
  return next;
}

test("an address that says nothing sorts by the usual column, upwards", () => {
  const { sorting } = sortedByAddress<"name" | "day", Search>({}, ["name", "day"], "day", () => {});
  assert.deepEqual(sorting, { column: "day", isDescending: false });
});

test("a pressed head goes into the address, and what was sought stays there", () => {
  assert.deepEqual(pressed({ find: "zhak", sort: "day" }, "name", true), { find: "zhak", sort: "name", down: true });
  assert.deepEqual(pressed({ sort: "name", down: true }, "name", false), { sort: "name" });
});

test("a column by which nothing sorts does not reach the address", () => {
  assert.deepEqual(pressed({ sort: "name" }, "acts", false), { sort: "name" });
});
