import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addMonths, civilFromDays, daysFromCivil, yearsBetween } from "./civil-days.ts";

const epoch = Temporal.PlainDate.from("1970-01-01");
const day = (text: string) => epoch.until(Temporal.PlainDate.from(text)).days;
const days = fc.integer({ min: day("1900-01-01"), max: day("2199-12-31") });

test("days and dates agree with Temporal both ways", () => {
  fc.assert(
    fc.property(days, (value) => {
      const { year, month, day } = epoch.add({ days: value });
      assert.deepEqual(civilFromDays(value), { year, month, day });
      assert.equal(daysFromCivil(year, month, day), value);
    }),
    { numRuns: 5000 },
  );
});

test("months are added as Temporal adds them where the day exists, and are refused where it does not", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -600, max: 600 }), (value, months) => {
      let expected: number | undefined;
      try {
        expected = epoch.until(epoch.add({ days: value }).add({ months }, { overflow: "reject" })).days;
      } catch {
        expected = undefined;
      }
      assert.equal(addMonths(value, months, "reject"), expected);
      const constrained = epoch.until(epoch.add({ days: value }).add({ months })).days;
      assert.equal(addMonths(value, months, "down"), constrained);
      assert.equal(addMonths(value, months, "up"), expected === undefined ? constrained + 1 : constrained);
    }),
    { numRuns: 3000 },
  );
});

test("29 February and a year is refused, 28 February or 1 March, as declared", () => {
  const leap = day("2024-02-29");
  assert.equal(addMonths(leap, 12, "reject"), undefined);
  assert.equal(addMonths(leap, 12, "down"), day("2025-02-28"));
  assert.equal(addMonths(leap, 12, "up"), day("2025-03-01"));
  assert.equal(addMonths(leap, 48, "reject"), day("2028-02-29"));
});

test("whole years turn on the anniversary, and are refused only on the day the declared rule would decide", () => {
  assert.equal(yearsBetween(day("2011-03-01"), day("2025-02-28"), "reject"), 13);
  assert.equal(yearsBetween(day("2011-03-01"), day("2025-03-01"), "reject"), 14);
  const leap = day("2012-02-29");
  assert.equal(yearsBetween(leap, day("2026-02-28"), "down"), 14);
  assert.equal(yearsBetween(leap, day("2026-02-28"), "up"), 13);
  assert.equal(yearsBetween(leap, day("2026-02-28"), "reject"), undefined);
  assert.equal(yearsBetween(leap, day("2026-03-01"), "reject"), 14);
  assert.equal(yearsBetween(day("2026-03-01"), leap, "reject"), -14);
  assert.ok(!Object.is(yearsBetween(day("2026-03-02"), day("2026-03-01"), "down"), -0));
});
