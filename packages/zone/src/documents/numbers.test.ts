import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { cnCheck, readCnIdentity } from "./cn-identity.ts";
import { kzCheck, readKzIin } from "./kz-iin.ts";
import { checkVin, vinCheckDigit } from "./vin.ts";

type Held = { readonly number: string; readonly born: string; readonly sex: string };
type Failed = { readonly number: string; readonly part: string };
type Vectors = {
  readonly cnIdentity: { readonly holds: readonly Held[]; readonly fails: readonly Failed[] };
  readonly kzIin: { readonly holds: readonly Held[]; readonly fails: readonly Failed[] };
  readonly vin: Readonly<Record<"holds" | "notChecked" | "fails", readonly string[]>>;
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../../conformance/documents/numbers.json", import.meta.url), "utf8"),
) as Vectors;

function dayOf(parts: { readonly year?: number; readonly month?: number; readonly day?: number }): string {
  return [parts.year, parts.month, parts.day].map((part) => String(part).padStart(2, "0")).join("-");
}

test("Chinese identity numbers hold or fail as the vectors say", () => {
  for (const { number, born, sex } of vectors.cnIdentity.holds) {
    const read = readCnIdentity(number);
    assert.ok(read.holds, number);
    assert.deepEqual([dayOf(read.born), read.sex], [born, sex]);
  }
  for (const { number, part } of vectors.cnIdentity.fails) {
    const read = readCnIdentity(number);
    assert.equal(read.holds ? "holds" : read.part, part, number);
  }
});

test("Kazakh IINs hold or fail as the vectors say", () => {
  for (const { number, born, sex } of vectors.kzIin.holds) {
    const read = readKzIin(number);
    assert.ok(read.holds && read.born, number);
    assert.deepEqual([dayOf(read.born), read.sex], [born, sex]);
  }
  for (const { number, part } of vectors.kzIin.fails) {
    const read = readKzIin(number);
    assert.equal(read.holds ? "holds" : read.part, part, number);
  }
});

const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
const two = (part: number): string => String(part).padStart(2, "0");

test("one wrong digit or two exchanged neighbours in a Chinese number are always found", () => {
  const numbers = fc
    .tuple(fc.integer({ min: 1900, max: 2024 }), day, digits(3))
    .map(([year, { month, day }, order]) => {
      const head = `650121${year}${two(month)}${two(day)}${order}`;
      return head + cnCheck(head);
    });
  fc.assert(
    fc.property(numbers, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, at, step) => {
      assert.ok(readCnIdentity(number).holds);
      const digit = number[at] === "X" ? 0 : Number(number[at]);
      const wrong = number.slice(0, at) + String((digit + step) % 10) + number.slice(at + 1);
      assert.ok(wrong === number || !readCnIdentity(wrong).holds);
      const [a, b] = [number[at], number[at + 1]];
      const exchanged = number.slice(0, at) + b + a + number.slice(at + 2);
      if (b !== undefined && a !== b) assert.ok(!readCnIdentity(exchanged).holds);
    }),
  );
});

test("one wrong digit in an IIN is found when one pass makes the check, save the eleventh, whose weight there is 11", () => {
  const numbers = fc.tuple(day, fc.integer({ min: 1, max: 6 }), digits(4), fc.integer({ min: 0, max: 99 }));
  fc.assert(
    fc.property(numbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), ([{ month, day }, sex, order, year], at, step) => {
      const head = `${two(year)}${two(month)}${two(day)}${sex}${order}`;
      const check = kzCheck(head);
      fc.pre(check !== undefined && remainder(head) < 10);
      assert.ok(readKzIin(head + check).holds);
      const wrong = head.slice(0, at) + String((Number(head[at]) + step) % 10) + head.slice(at + 1);
      if (remainder(wrong) < 10) assert.ok(!readKzIin(wrong + check).holds);
    }),
  );
});

/** The first pass, written a second time. */
function remainder(head: string): number {
  return [...head].reduce((sum, digit, at) => sum + Number(digit) * (at + 1), 0) % 11;
}

test("an IIN whose century is not stated gives neither birth nor sex", () => {
  const number = "061211" + "00001";
  const check = kzCheck(number);
  assert.deepEqual(readKzIin(number + check), { holds: true });
});

test("vehicle numbers are checked where makers use the ninth place, and only there", () => {
  for (const vin of vectors.vin.holds) assert.equal(checkVin(vin), "holds", vin);
  for (const vin of vectors.vin.notChecked) assert.equal(checkVin(vin), "not-checked", vin);
  for (const vin of vectors.vin.fails) assert.throws(() => checkVin(vin), { id: "vehicle/vin-check" }, vin);
  const fails = vectors.vin.fails[0]!;
  assert.equal(checkVin(fails.slice(0, 8) + vinCheckDigit(fails) + fails.slice(9)), "holds");
});

test("letters that no vehicle number has are pointed at with the digit they were meant to be", () => {
  const read = (vin: string) => () => checkVin(vin);
  assert.throws(read("1M8GDM9AXKPO42788"), { id: "vehicle/vin", hints: [{ column: 12, read: "O", perhaps: "0" }] });
  for (const vin of ["", "1M8GDM9AXKP04278", "1M8GDM9AXKP0427888", "1M8GDM9AXKP04278Ж"]) {
    assert.throws(read(vin), { id: "vehicle/vin" }, vin);
  }
});
