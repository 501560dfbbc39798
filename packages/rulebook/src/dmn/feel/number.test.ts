import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { add, compareNumbers, divide, makeNumber, multiply, numberText, parseNumber, sizeOf } from "./number.ts";
import { power } from "./power.ts";
import { roundTo } from "./rounding.ts";

const number = (text: string) => parseNumber(text)!;
const small = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
  exponent: fc.integer({ min: -20, max: 20 }),
});
const held = small.map(({ coefficient, exponent }) => makeNumber(coefficient, exponent));

test("sums and products that fit into 34 digits are exact", () => {
  fc.assert(
    fc.property(held, held, (a, b) => {
      const least = Math.min(a.exponent, b.exponent);
      const scaled = (x: typeof a, to: number) => x.coefficient * 10n ** BigInt(x.exponent - to);
      const sum = scaled(a, least) + scaled(b, least);
      if (sizeOf(sum) <= 34) assert.deepEqual(add(a, b), makeNumber(sum, least));
      assert.deepEqual(multiply(a, b), makeNumber(a.coefficient * b.coefficient, a.exponent + b.exponent, 40));
    }),
  );
});

test("a quotient is the nearest number of 34 digits", () => {
  fc.assert(
    fc.property(held, held, (a, b) => {
      if (b.coefficient === 0n) return;
      const quotient = divide(a, b);
      const error = add(multiply(quotient, b, 100), makeNumber(-a.coefficient, a.exponent), 100);
      // |q·b − a| is at most half a unit of the last of 34 digits of q, times b.
      const unit = {
        kind: "number",
        coefficient: 1n,
        exponent: quotient.exponent - (34 - sizeOf(quotient.coefficient)),
      } as const;
      const half = multiply(multiply(unit, b, 100), number("0.5"), 100);
      const size = (x: typeof a) => (x.coefficient < 0n ? { ...x, coefficient: -x.coefficient } : x);
      assert.ok(compareNumbers(size(error), size(half)) <= 0);
    }),
  );
});

test("rounding to 34 digits takes a tie to the even digit", () => {
  const even = `1${"0".repeat(32)}2`;
  assert.equal(numberText(makeNumber(BigInt(`${even}5`), 0)), `${even}0`);
  assert.equal(numberText(makeNumber(BigInt(`1${"0".repeat(32)}35`), 0)), `1${"0".repeat(32)}40`);
  assert.equal(numberText(makeNumber(BigInt(`${even}51`), 0)), `1${"0".repeat(32)}300`);
  assert.equal(numberText(makeNumber(-BigInt(`${even}5`), 0)), `-${even}0`);
});

test("a quotient just off a tie is not taken for one", () => {
  assert.equal(numberText(divide(number("1"), number("3"))), `0.${"3".repeat(34)}`);
  assert.equal(numberText(divide(number("2"), number("3"))), `0.${"6".repeat(33)}7`);
  assert.equal(numberText(divide(number("-2"), number("3"))), `-0.${"6".repeat(33)}7`);
});

test("powers of whole exponents are right to the last of 34 digits", () => {
  assert.equal(numberText(power(number("1.003125"), number("-360"))), "0.3252224591723127419700637978073457");
  assert.equal(numberText(power(number("10"), number("-5"))), "0.00001");
  assert.equal(numberText(power(number("7"), number("5"))), "16807");
});

test("beyond decimal128 there is no answer", () => {
  assert.equal(numberText(power(number("10"), number("6144"))).length, 6145);
  assert.throws(() => power(number("10"), number("6145")), /beyond the range/);
  assert.throws(() => power(number("10"), number("-6177")), /beyond the range/);
  assert.throws(() => power(number("0"), number("0")), /power of 0/);
  assert.throws(() => power(number("2"), number("0.5")), /fraction/);
  assert.throws(() => power(number("1"), number("1000000000")), /nine digits/);
  assert.equal(numberText(power(number("1"), number("999999999"))), "1");
});

test("a number of 35 digits is refused, one of 34 is read", () => {
  assert.equal(parseNumber("1".repeat(35)), undefined);
  assert.equal(numberText(number("1".repeat(34))), "1".repeat(34));
  for (const text of ["", ".", "-", "1.", "1,5", "0x10", "NaN", "Infinity", "1e5x"])
    assert.equal(parseNumber(text), undefined);
});

test("numbers are equal by value, however written", () => {
  for (const [a, b] of [
    ["1.50", "1.5"],
    ["1E3", "1000"],
    ["-0", "0"],
    [".5", "0.5"],
  ]) {
    assert.deepEqual(number(a!), number(b!));
  }
});

test("each mode rounds as FEEL 1.4 says, below zero too", () => {
  const rows = [
    ["half_up", "2.5", 0, "3"],
    ["half_up", "-2.5", 0, "-3"],
    ["half_up", "1.005", 2, "1.01"],
    ["half_even", "2.5", 0, "2"],
    ["half_even", "1.5", 0, "2"],
    ["half_even", "-2.5", 0, "-2"],
    ["half_down", "2.5", 0, "2"],
    ["half_down", "-2.5", 0, "-2"],
    ["up", "-1.121", 2, "-1.13"],
    ["down", "-1.129", 2, "-1.12"],
    ["floor", "-1.5", 0, "-2"],
    ["ceiling", "-1.5", 0, "-1"],
    ["half_up", "150", -2, "200"],
  ] as const;
  for (const [mode, from, digits, to] of rows)
    assert.equal(numberText(roundTo(mode, number(from), digits)), to, `${mode} ${from}`);
});
