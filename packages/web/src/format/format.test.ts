import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  formatDate,
  formatInteger,
  formatMoney,
  formatScaled,
  type Locale,
  parseDay,
  parseScaled,
  presentDay,
} from "./index.ts";
import { misWritten, written } from "./written.data.ts";

const locales: readonly Locale[] = ["zh", "kk", "ru", "en"];

test("every format writes what people of the four languages write", () => {
  assert.deepEqual(misWritten(), []);
  assert.ok(written.length > 30);
});

describe("dates", () => {
  test("agree with Node's own words for Kazakh, Russian and English long dates of a whole year", () => {
    const first = Temporal.PlainDate.from("2026-01-01");
    for (let shift = 0; shift < 365; shift += 1) {
      const one = first.add({ days: shift });
      assert.equal(formatDate("kk", one, "long"), one.toLocaleString("kk-KZ", { dateStyle: "long" }));
      const russian = one.toLocaleString("ru-RU", { dateStyle: "long" }).replace("\u202f", " ");
      assert.equal(formatDate("ru", one, "long"), russian);
      assert.equal(formatDate("en", one, "long"), one.toLocaleString("en-GB", { dateStyle: "long" }));
    }
  });
});

describe("typed days", () => {
  const day = Temporal.PlainDate.from("2031-08-22");

  test("are read in the order of the language", () => {
    for (const text of ["2031/8/22", "2031年8月22日", "20310822"]) assert.ok(parseDay("zh", text)?.equals(day), text);
    for (const locale of ["kk", "ru", "en"] as const)
      for (const text of ["22.08.2031", "22082031", "22/8/2031", " 2031-08-22 "])
        assert.ok(parseDay(locale, text)?.equals(day), text);
  });

  test("are refused when there is no such day", () => {
    for (const text of ["", "29.02.2031", "31.04.2031", "00.01.2031", "22.08", "22.08.31", "tomorrow"])
      assert.equal(parseDay("ru", text), undefined, text);
  });

  test("come back as they were shown", () => {
    const first = Temporal.PlainDate.from("1850-01-01");
    const days = fc.integer({ min: 0, max: 400 * 366 }).map((n) => first.add({ days: n }));
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        days,
        (locale, one) => parseDay(locale, presentDay(locale, one))?.equals(one) === true,
      ),
    );
  });
});

describe("figures", () => {
  test("refuse what is not a safe integer", () => {
    assert.throws(() => formatInteger("en", 0.5), RangeError);
    assert.throws(() => formatInteger("en", 2 ** 53), RangeError);
  });

  test("come back from typing as they were shown", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Locale>("kk", "ru"),
        fc.nat(1_000_000_000),
        (locale, units) => parseScaled(formatScaled(locale, units, 2), 2) === units,
      ),
    );
    for (const text of ["", "1.234", "1,2,3", "-1", "1e3", "¥5"]) assert.equal(parseScaled(text, 2), undefined, text);
    assert.equal(parseScaled("3,2", 3), 3200);
  });

  test("write a currency without a sign of its own by its code", () => {
    assert.equal(formatMoney("en", { minor: -150, currency: "UZS" }), "−UZS\u00a01.50");
    assert.equal(formatMoney("ru", { minor: -150, currency: "UZS" }), "−1,50\u00a0UZS");
  });
});
