import assert from "node:assert/strict";
import { test } from "node:test";
import type { ValueType } from "../../ir/value-type.ts";
import { parseConstant } from "./constant.ts";
import { dayIn, dayText, parseDay, parseMoment } from "./day.ts";
import { parseRange } from "./range.ts";
import { parseType, typeText } from "./type.ts";

function typeOf(text: string): ValueType {
  const type = parseType(text);
  assert.ok(type.ok, text);
  return type.value;
}

function held(type: string, text: string): string {
  const constant = parseConstant(typeOf(type), text);
  if (!constant.ok) return constant.why;
  const { kind, value } = constant.value;
  return kind === "fraction" ? `${value.times}/${value.over}` : `${value}`;
}

test("constants are read exactly, in the units they are held in", () => {
  const cases: [type: string, text: string, held: string][] = [
    ["money CNY", "49.50", "4950"],
    ["money CNY", "49.5", "4950"],
    ["money CNY", "-8000", "-800000"],
    ["money JPY", "500", "500"],
    ["money KWD", "1.234", "1234"],
    ["money CNY", "92233720368547758.07", "9223372036854775807"],
    ["quantity g", "8 kg", "8000"],
    ["quantity g", "0.5 kg", "500"],
    ["quantity g", "0", "0"],
    ["quantity ml", "1.5 l", "1500"],
    ["rate", "13%", "13/100"],
    ["rate", "0.075", "3/40"],
    ["rate", "2/37", "2/37"],
    ["rate", "0.5 %", "1/200"],
    ["exchange EUR KZT", "520.35", "10407/20"],
    ["exchange USD JPY", "150", "3/2"],
    ["day", "2024-02-29", "19782"],
    ["moment", "1970-01-02T08:00+08:00", "86400000"],
    ["boolean", "false", "false"],
    ["integer", "-14", "-14"],
    ["country", "XX", "XX"],
  ];
  for (const [type, text, value] of cases) assert.equal(held(type, text), value, `${type} ${text}`);
});

test("what is no constant of the type is refused with a reason", () => {
  const cases: [type: string, text: string, why: RegExp][] = [
    ["money CNY", "49.505", /at most 2 decimals/],
    ["money CNY", "1,000", /a number/],
    ["money CNY", "1e3", /a number/],
    ["integer", "010", /a whole number/],
    ["integer", "0x10", /a whole number/],
    ["integer", "1.0", /a whole number is expected/],
    ["integer", "9223372036854775808", /64 bits/],
    ["quantity g", "8 l", /the unit is to be one of g, kg, t/],
    ["quantity g", "8", /the unit/],
    ["quantity g", "0.0005 kg", /not a whole number of g/],
    ["quantity g", "8 constructor", /the unit/],
    ["rate", "1/0", /over 0/],
    ["day", "2025-02-29", /no such day/],
    ["day", "1899-12-31", /from 1900 to 2199/],
    ["moment", "2025-06-01T09:30", /offset/],
    ["moment", "2025-06-01T25:30Z", /no such moment/],
    ["boolean", "yes", /"true" or "false"/],
    ["country", "KX", /no such country/],
    ["text", "a".repeat(201), /longer than 200/],
  ];
  for (const [type, text, why] of cases) assert.match(held(type, text), why, `${type} ${text}`);
});

test("types are read and told alike", () => {
  const types = [
    "boolean",
    "integer",
    "money KZT",
    "quantity ml",
    "rate",
    "exchange CNY KZT",
    "text",
    "code desk",
    "country",
    "day",
    "moment",
  ];
  for (const text of types) assert.equal(typeText(typeOf(text)), text);
  const refused = {
    "money ABC": /ISO 4217/,
    "quantity kg": /base unit is "g"/,
    bool: /no such type/,
    money: /money CNY/,
    "exchange EUR EUR": /same/,
  };
  for (const [text, why] of Object.entries(refused)) {
    const type = parseType(text);
    assert.ok(!type.ok && why.test(type.why), text);
  }
});

test("ranges are inclusive and in held units", () => {
  assert.deepEqual(parseRange(typeOf("quantity g"), "0 kg..500 kg"), { ok: true, value: { min: 0n, max: 500_000n } });
  assert.deepEqual(parseRange(typeOf("rate"), "0%..100%"), { ok: true, value: { min: 0n, max: 1_000_000n } });
  for (const text of ["5..1", "0...3", "0", "a..b", "0..1..2"])
    assert.ok(!parseRange(typeOf("integer"), text).ok, text);
});

test("a legal day is that of its zone", () => {
  const moment = parseMoment("2024-06-15T18:30Z");
  assert.ok(moment.ok);
  assert.equal(dayText(dayIn("Asia/Almaty", moment.value)), "2024-06-15");
  assert.equal(dayText(dayIn("Asia/Shanghai", moment.value)), "2024-06-16");
});

test("the day of 25 hours in Almaty begins and ends once", () => {
  const dayOf = (text: string) => {
    const moment = parseMoment(text);
    assert.ok(moment.ok);
    return dayText(dayIn("Asia/Almaty", moment.value));
  };
  assert.equal(dayOf("2024-02-28T18:00Z"), "2024-02-29");
  assert.equal(dayOf("2024-02-29T18:59Z"), "2024-02-29");
  assert.equal(dayOf("2024-02-29T19:00Z"), "2024-03-01");
});

test("days read back as they are written", () => {
  for (const text of ["1900-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2199-12-31"]) {
    const day = parseDay(text);
    assert.ok(day.ok);
    assert.equal(dayText(day.value), text);
  }
});
