import assert from "node:assert/strict";
import { test } from "node:test";
import type { Held } from "../compile/decision.ts";
import type { ValueType } from "../ir/value-type.ts";
import { presentValue } from "./present-facts.ts";
import { readHeld } from "./read-facts.ts";

const money = { kind: "money", currency: "CNY", digits: 2 } as const;
const yen = { kind: "money", currency: "JPY", digits: 0 } as const;
const mass = { kind: "quantity", unit: "g" } as const;
const integer = { kind: "integer" } as const;
const rateOver = (over: number | string) => ({ kind: "rate", over }) as const;
const course = { kind: "exchange", from: "JPY", to: "CNY", over: 1 } as const;

test("a held value is written as a person writes it, and read back", () => {
  const cases: readonly (readonly [ValueType, Held, unknown])[] = [
    [money, 0, "0.00"],
    [money, 5, "0.05"],
    [money, -5, "-0.05"],
    [money, 99, "0.99"],
    [money, 100, "1.00"],
    [money, -123_456, "-1234.56"],
    [yen, 0, "0"],
    [yen, -500, "-500"],
    [mass, 1500, "1500 g"],
    [integer, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [integer, 9_007_199_254_740_992n, "9007199254740992"],
    [integer, -9_007_199_254_740_992n, "-9007199254740992"],
    [rateOver(100), 13, "0.13"],
    [rateOver(100), 100, "1"],
    [rateOver(100), -50, "-0.5"],
    [rateOver(37), 2, "2/37"],
    [rateOver(10 ** 12), 1, "0.000000000001"],
    [rateOver(10 ** 13), 1, "1/10000000000000"],
    [course, 5, "0.05"],
    [{ kind: "day" }, 20_000, "2024-10-04"],
    [{ kind: "moment" }, 86_400_250, "1970-01-02T00:00:00.25Z"],
    [{ kind: "country" }, "KZ", "KZ"],
    [{ kind: "text" }, "tea", "tea"],
    [{ kind: "boolean" }, false, false],
  ];
  for (const [type, held, written] of cases) {
    assert.equal(presentValue(type, held), written);
    const read = readHeld(type, written, typeof held === "bigint");
    assert.deepEqual(read, { ok: true, value: held }, String(written));
  }
});

test("a list is written value by value", () => {
  assert.deepEqual(presentValue({ kind: "list", of: money }, [5, 100]), ["0.05", "1.00"]);
  assert.deepEqual(presentValue({ kind: "list", of: money }, []), []);
});

test("a number is read by its own decimal text, whatever its size", () => {
  const heldOf = (type: ValueType, value: unknown, wide = false) => {
    const read = readHeld(type, value, wide);
    return read.ok ? read.value : read.why;
  };
  assert.equal(heldOf(money, 49.5), 4950);
  assert.equal(heldOf(integer, 1e18), 10n ** 18n);
  assert.equal(heldOf(integer, 5, true), 5n);
  assert.equal(heldOf(integer, "9007199254740991"), Number.MAX_SAFE_INTEGER);
  assert.equal(heldOf(integer, "9007199254740992"), 9_007_199_254_740_992n);
  assert.equal(heldOf(integer, "-9007199254740991"), -Number.MAX_SAFE_INTEGER);
  assert.equal(heldOf(integer, "-9007199254740992"), -9_007_199_254_740_992n);
  assert.equal(heldOf(rateOver(100), "1/3"), "it is finer than 1/100");
  assert.equal(heldOf(money, {}), "one value is expected");
  assert.equal(
    heldOf(money, () => 1),
    "one value is expected",
  );
  assert.equal(heldOf({ kind: "text" }, 5), "a text in quotes is expected");
  assert.equal(heldOf({ kind: "text" }, "\u0438\u0306"), "\u0439");
  assert.equal(heldOf({ kind: "country" }, "QQ"), "QQ");
});
