import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  formatAge,
  formatDate,
  formatInteger,
  formatMeasure,
  formatMoney,
  formatMonth,
  formatPermille,
  formatQuantity,
  formatScaled,
  formatTime,
  formatWeekday,
  type Locale,
  parseDay,
  parseScaled,
  presentDay,
  unitWord,
} from "./index.ts";

const locales: readonly Locale[] = ["zh", "kk", "ru", "en"];
/** Written strings in the order zh, kk, ru, en; "_" stands for a no-break space. */
function says(write: (locale: Locale) => string, expected: readonly string[]): void {
  assert.deepEqual(
    locales.map(write),
    expected.map((text) => text.replaceAll("_", "\u00a0")),
  );
}

describe("dates", () => {
  const day = Temporal.PlainDate.from("2026-04-08");

  test("are written with words in a sentence", () => {
    says(
      (locale) => formatDate(locale, day, "long"),
      ["2026年4月8日", "2026 ж. 8 сәуір", "8 апреля 2026 г.", "8 April 2026"],
    );
  });

  test("are written with figures in a table, except in English where figures would be read two ways", () => {
    says((locale) => formatDate(locale, day), ["2026/04/08", "08.04.2026", "08.04.2026", "8 Apr 2026"]);
  });

  test("head a calendar with the month", () => {
    const month = Temporal.PlainYearMonth.from("2026-04");
    says((locale) => formatMonth(locale, month), ["2026年4月", "2026 ж. сәуір", "Апрель 2026 г.", "April 2026"]);
  });

  test("name weekdays from Monday", () => {
    says((locale) => formatWeekday(locale, 1, "long"), ["星期一", "дүйсенбі", "понедельник", "Monday"]);
    says((locale) => formatWeekday(locale, 7), ["周日", "жс", "вс", "Sun"]);
  });

  test("agree with Node's own words for Kazakh, Russian and English long dates of a whole year", () => {
    for (let shift = 0; shift < 365; shift += 1) {
      const one = day.add({ days: shift });
      assert.equal(formatDate("kk", one, "long"), one.toLocaleString("kk-KZ", { dateStyle: "long" }));
      assert.equal(
        formatDate("ru", one, "long"),
        one.toLocaleString("ru-RU", { dateStyle: "long" }).replace("\u202f", " "),
      );
      assert.equal(formatDate("en", one, "long"), one.toLocaleString("en-GB", { dateStyle: "long" }));
    }
  });

  test("tell the time of the named zone, not of the machine", () => {
    const instant = Temporal.Instant.from("2024-02-29T17:30:05Z");
    assert.equal(formatTime(instant, "Asia/Shanghai"), "01:30");
    assert.equal(formatTime(instant, "Asia/Almaty", true), "23:30:05");
  });
});

describe("typed days", () => {
  const day = Temporal.PlainDate.from("2031-08-22");

  test("are read in the order of the language", () => {
    assert.ok(parseDay("zh", "2031/8/22")?.equals(day));
    assert.ok(parseDay("zh", "2031年8月22日")?.equals(day));
    assert.ok(parseDay("zh", "20310822")?.equals(day));
    for (const locale of ["kk", "ru", "en"] as const) {
      assert.ok(parseDay(locale, "22.08.2031")?.equals(day));
      assert.ok(parseDay(locale, "22082031")?.equals(day));
      assert.ok(parseDay(locale, "22/8/2031")?.equals(day));
      assert.ok(parseDay(locale, " 2031-08-22 ")?.equals(day));
    }
  });

  test("are refused when there is no such day", () => {
    for (const text of ["", "29.02.2031", "31.04.2031", "00.01.2031", "22.08", "22.08.31", "tomorrow"])
      assert.equal(parseDay("ru", text), undefined, text);
  });

  test("come back as they were shown", () => {
    const days = fc
      .integer({ min: 0, max: 400 * 366 })
      .map((n) => Temporal.PlainDate.from("1850-01-01").add({ days: n }));
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
  test("are grouped as the language does", () => {
    says((locale) => formatInteger(locale, 1_234_567), ["1,234,567", "1_234_567", "1_234_567", "1,234,567"]);
    says(
      (locale) => formatScaled(locale, 123_456_789, 2),
      ["1,234,567.89", "1_234_567,89", "1_234_567,89", "1,234,567.89"],
    );
    says((locale) => formatScaled(locale, -5, 2), ["−0.05", "−0,05", "−0,05", "−0.05"]);
  });

  test("write shares from tenths of a per cent", () => {
    says((locale) => formatPermille(locale, 135), ["13.5%", "13,5%", "13,5%", "13.5%"]);
    says((locale) => formatPermille(locale, 1000), ["100%", "100%", "100%", "100%"]);
  });

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
});

describe("money", () => {
  test("puts the sign first in Chinese and English, last in Russian and Kazakh", () => {
    const tenge = { minor: 123_450, currency: "KZT" };
    says((locale) => formatMoney(locale, tenge), ["₸1,234.50", "1_234,50_₸", "1_234,50_₸", "₸1,234.50"]);
    const yuan = { minor: 52_000, currency: "CNY" };
    says((locale) => formatMoney(locale, yuan), ["¥520", "520_¥", "520_¥", "¥520"]);
    says((locale) => formatMoney(locale, yuan, "table"), ["¥520.00", "520,00_¥", "520,00_¥", "¥520.00"]);
    assert.equal(formatMoney("en", { minor: -150, currency: "UZS" }), "−UZS\u00a01.50");
  });
});

describe("units", () => {
  test("have their own words, Russian in its three forms", () => {
    says((locale) => formatQuantity(locale, 17, "day"), ["17天", "17_күн", "17_дней", "17_days"]);
    says((locale) => formatQuantity(locale, 1, "day"), ["1天", "1_күн", "1_день", "1_day"]);
    says((locale) => formatQuantity(locale, 22, "day"), ["22天", "22_күн", "22_дня", "22_days"]);
    says((locale) => formatQuantity(locale, 17, "hour"), ["17小时", "17_сағ", "17_ч", "17_h"]);
    says((locale) => formatQuantity(locale, 17, "minute"), ["17分钟", "17_мин", "17_мин", "17_min"]);
    says((locale) => formatQuantity(locale, 17, "second"), ["17秒", "17_с", "17_с", "17_s"]);
    says((locale) => formatQuantity(locale, 17, "litre"), ["17升", "17_л", "17_л", "17_l"]);
    says((locale) => formatQuantity(locale, 3_200, "kg"), ["3.2公斤", "3,2_кг", "3,2_кг", "3.2_kg"]);
    says((locale) => unitWord(locale, "kg"), ["公斤", "кг", "кг", "kg"]);
  });

  test("follow the unit of a meter", () => {
    says((locale) => formatMeasure(locale, 52_000, "CNY"), ["¥520", "520_¥", "520_¥", "¥520"]);
    says((locale) => formatMeasure(locale, 23_000, "g"), ["23公斤", "23_кг", "23_кг", "23_kg"]);
    says((locale) => formatMeasure(locale, 3, "piece"), ["3件", "3_дана", "3_шт.", "3_pieces"]);
  });

  test("tell an age in the largest whole unit", () => {
    says((locale) => formatAge(locale, 59), ["59秒", "59_с", "59_с", "59_s"]);
    says((locale) => formatAge(locale, 150), ["2分钟", "2_мин", "2_мин", "2_min"]);
    says((locale) => formatAge(locale, 26 * 3600), ["26小时", "26_сағ", "26_ч", "26_h"]);
    says((locale) => formatAge(locale, 49 * 3600), ["2天", "2_күн", "2_дня", "2_days"]);
    says((locale) => formatAge(locale, -3), ["0秒", "0_с", "0_с", "0_s"]);
  });
});
