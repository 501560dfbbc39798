import assert from "node:assert/strict";
import { test } from "node:test";
import { type Language, languages } from "../ir/texts.ts";
import { formatDay, formatMoney, formatMonth, formatNumber, formatRate, formatSince, pluralOf } from "./format.ts";
import { formatQuantity } from "./format-quantity.ts";

const day = Temporal.PlainDate.from("1970-01-01").until(Temporal.PlainDate.from("2026-04-08")).days;
const inAll = (write: (language: Language) => string) =>
  languages.map(write).map((text) => text.replaceAll("\u00a0", "~"));

test("figures are written as zh, kk, ru and en write them", () => {
  assert.deepEqual(
    inAll((language) => formatNumber(language, 123_456_789, 2)),
    ["1,234,567.89", "1~234~567,89", "1~234~567,89", "1,234,567.89"],
  );
  assert.deepEqual(
    inAll((language) => formatNumber(language, -5, 2)),
    ["−0.05", "−0,05", "−0,05", "−0.05"],
  );
  assert.deepEqual(
    inAll((language) => formatMoney(language, 123_450, "KZT", 2)),
    ["1,234.50坚戈", "1~234,50~₸", "1~234,50~₸", "KZT~1,234.50"],
  );
  assert.deepEqual(
    inAll((language) => formatMoney(language, 5, "JPY", 0)),
    ["JPY 5", "5~JPY", "5~JPY", "JPY~5"],
  );
});

test("days and months are written in words, in Kazakh without Intl and in Chinese without its fault", () => {
  assert.deepEqual(
    inAll((language) => formatDay(language, day)),
    ["2026年4月8日", "2026 ж. 8 сәуір", "8 апреля 2026 г.", "8 April 2026"],
  );
  assert.deepEqual(
    inAll((language) => formatSince(language, day)),
    ["自2026年4月8日起", "2026 ж. 8 сәуірден бастап", "с 8 апреля 2026 г.", "since 8 April 2026"],
  );
  assert.deepEqual(
    inAll((language) => formatMonth(language, 2026, 4)),
    ["2026年4月", "2026 ж. сәуір", "апрель 2026 г.", "April 2026"],
  );
});

test("rates are percentages where they end, and two integers where they do not", () => {
  assert.deepEqual(
    inAll((language) => formatRate(language, 135n, 1000n)),
    ["13.5%", "13,5%", "13,5~%", "13.5%"],
  );
  assert.equal(formatRate("en", 2n, 37n), "2/37");
  assert.equal(formatRate("en", -1n, 4n), "−25%");
});

test("quantities take the larger unit from one of it on", () => {
  assert.deepEqual(
    inAll((language) => formatQuantity(language, 8000, "g")),
    ["8千克", "8~кг", "8~кг", "8~kg"],
  );
  assert.deepEqual(
    inAll((language) => formatQuantity(language, 1500, "g")),
    ["1.5千克", "1,5~кг", "1,5~кг", "1.5~kg"],
  );
  assert.deepEqual(
    inAll((language) => formatQuantity(language, 999, "g")),
    ["999克", "999~г", "999~г", "999~g"],
  );
});

test("plural categories are those of CLDR", () => {
  assert.deepEqual(
    [1, 2, 5, 11, 12, 21, 22, 25, 101, 111].map((count) => pluralOf("ru", count)),
    ["one", "few", "many", "many", "many", "one", "few", "many", "one", "many"],
  );
  assert.deepEqual(
    [1, 2].map((count) => pluralOf("kk", count)),
    ["one", "other"],
  );
  assert.equal(pluralOf("zh", 1), "other");
  for (let count = 0; count < 200; count++)
    assert.equal(pluralOf("ru", count), new Intl.PluralRules("ru").select(count));
});
