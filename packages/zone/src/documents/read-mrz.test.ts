import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { dayNumber } from "../calendar/legal-day.ts";
import { characterValue, checkDigit } from "./check-digit.ts";
import { DocumentError } from "./document-error.ts";
import { documentErrorText } from "./messages.ts";
import type { Slot } from "./mrz-layouts.ts";
import { type MrzOptions, readMrz } from "./read-mrz.ts";
import { bornText, faultOf, options, specimen, td3 } from "./testing/mrz-cases.ts";
import { layoutOf, writeMrz, type ZoneFields } from "./testing/write-mrz.ts";
import type { MrzFormat } from "./travel-document.ts";

type Specimen = { readonly name: string; readonly lines: readonly string[]; readonly read: Record<string, string> };

function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../../conformance/documents/${name}`, import.meta.url), "utf8")) as T;
}

test("every check digit of the standard's examples is the one it prints", () => {
  const { digits } = vectors<{ digits: { text: string; digit: string }[] }>("check-digits.json");
  for (const { text, digit } of digits) assert.equal(checkDigit(text), digit, text);
});

test("every specimen of the standard reads as it prints", () => {
  const { specimens } = vectors<{ specimens: Specimen[] }>("specimens.json");
  assert.ok(specimens.length >= 7);
  for (const { name, lines, read } of specimens) {
    const got = readMrz(lines, options);
    const { code, issuer, nationality } = got.icao!;
    const found = {
      format: got.format,
      code,
      issuer,
      nationality,
      number: got.number,
      born: bornText(got),
      expires: got.expires?.toString(),
      sex: got.sex,
      primary: got.name?.primary,
      secondary: got.name?.secondary,
      ...(got.personalNumber === undefined ? {} : { personalNumber: got.personalNumber }),
    };
    assert.deepEqual(found, read, name);
    assert.deepEqual([got.nationality, got.warnings], ["XX", ["document/is-specimen"]], name);
  }
});

test("a specimen is refused where real travellers pass", () => {
  const { id, field } = faultOf(specimen, { specimens: false });
  assert.deepEqual([id, field], ["document/specimen", "issuer"]);
});

const alnum = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), minLength: min, maxLength: max });
const word = fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), minLength: 1, maxLength: 6 });
const pair = (min: number, max: number) => fc.integer({ min, max }).map((part) => String(part).padStart(2, "0"));
const yymmdd = fc.tuple(pair(0, 99), pair(1, 12), pair(1, 28)).map((parts) => parts.join(""));
const fields: fc.Arbitrary<ZoneFields> = fc
  .record({
    format: fc.constantFrom<MrzFormat>("TD1", "TD2", "TD3", "MRV-A", "MRV-B"),
    issuer: fc.constantFrom("KAZ", "CHN", "D", "GBN", "XXA", "UNO"),
    nationality: fc.constantFrom("KAZ", "CHN", "D", "XXB", "KGZ"),
    short: alnum(1, 9),
    long: alnum(10, 12),
    isLong: fc.boolean(),
    born: yymmdd,
    expires: yymmdd,
    sex: fc.constantFrom("F", "M", "<"),
    primary: word,
    secondary: word,
    optional: alnum(0, 4),
  })
  .map(({ short, long, isLong, primary, secondary, ...rest }) => ({
    ...rest,
    code: { TD1: "I", TD2: "I", TD3: "P", "MRV-A": "V", "MRV-B": "V" }[rest.format],
    number: isLong && (rest.format === "TD1" || rest.format === "TD2") ? long : short,
    optional: isLong && rest.format === "TD2" ? "" : rest.optional,
    names: `${primary}<<${secondary}`,
  }));

test("every zone that is written right is read back as it was written", () => {
  fc.assert(
    fc.property(fields, (given) => {
      const got = readMrz(writeMrz(given), options);
      const { born = {}, expires, icao } = got;
      const two = (part: number | undefined): string => String((part ?? 0) % 100).padStart(2, "0");
      assert.equal(got.number, given.number);
      assert.equal(two(born.year) + two(born.month) + two(born.day), given.born);
      assert.equal(two(expires?.year) + two(expires?.month) + two(expires?.day), given.expires);
      assert.deepEqual([icao?.issuer, icao?.nationality], [given.issuer, given.nationality]);
      assert.equal(got.sex ?? "<", given.sex);
      assert.equal(`${got.name?.primary}<<${got.name?.secondary}`, given.names);
      assert.equal(got.personalNumber ?? "", given.optional);
    }),
    { numRuns: 500 },
  );
});

/** Slots that no check digit stands over: a change there changes what is read, and nothing can tell. */
function isUnprotected(format: MrzFormat, line: number, column: number): boolean {
  const { slots, composite } = layoutOf(format);
  const open = [slots.code, slots.issuer, slots.names, slots.nationality, slots.sex];
  const within = (slot: Slot): boolean => slot.line === line && slot.from <= column && column <= slot.to;
  return open.some(within) || (composite === undefined && within(slots.optional));
}

test("a change of any one character is found, unless no check digit stands over it or the two count alike modulo ten", () => {
  const count = { tried: 0, found: 0 };
  const chars = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<");
  fc.assert(
    fc.property(fields, fc.nat(), chars, (given, pick, char) => {
      const lines = writeMrz(given);
      const at = pick % (lines.length * lines[0]!.length);
      const [line, column] = [Math.floor(at / lines[0]!.length), at % lines[0]!.length];
      const was = lines[line]![column]!;
      fc.pre(char !== was);
      const changed = lines.with(line, lines[line]!.slice(0, column) + char + lines[line]!.slice(column + 1));
      count.tried += 1;
      try {
        readMrz(changed, options);
      } catch (error) {
        assert.ok(error instanceof DocumentError);
        count.found += 1;
        return;
      }
      const alike = (characterValue(was) - characterValue(char)) % 10 === 0;
      assert.ok(alike || isUnprotected(given.format, line + 1, column + 1), `line ${line + 1}, column ${column + 1}`);
    }),
    { numRuns: 2_000 },
  );
  console.log(`characters changed ${count.tried}, refused ${count.found}`);
});

test("the century of a birth is the latest that is not in the future, and of an expiry the nearest", () => {
  const on = (day: string): Partial<MrzOptions> => ({ legalDay: dayNumber(day) });
  const read = (lines: readonly string[], day: string) => readMrz(lines, { ...options, ...on(day) });
  assert.equal(bornText(read(td3({ born: "260101" }), "2026-01-01")), "2026-01-01");
  assert.equal(bornText(read(td3({ born: "260102" }), "2026-01-01")), "1926-01-02");
  assert.equal(read(td3({ expires: "751231" }), "2026-01-01").expires?.year, 2075);
  assert.equal(read(td3({ expires: "760101" }), "2026-01-01").expires?.year, 1976);
  assert.equal(bornText(read(td3({ born: "000229" }), "2026-01-01")), "2000-02-29");
});

test("unknown parts of a birth are left out and warned of", () => {
  const day = readMrz(td3({ born: "8506<<" }), options);
  assert.deepEqual([day.born, day.warnings], [{ year: 1985, month: 6 }, ["document/born-partly-unknown"]]);
  assert.deepEqual(readMrz(td3({ born: "85<<<<" }), options).born, { year: 1985 });
  assert.deepEqual(readMrz(td3({ born: "<<<<<<" }), options).born, {});
  assert.equal(faultOf(td3({ born: "8<0615" })).id, "document/date");
});

test("days that do not exist are no dates, and a document may state no expiry", () => {
  for (const born of ["851301", "850230", "850600", "010229"])
    assert.equal(faultOf(td3({ born })).id, "document/date", born);
  assert.deepEqual(
    [faultOf(td3({ expires: "310631" })).id, faultOf(td3({ expires: "31<<<<" })).id],
    ["document/date", "document/date"],
  );
  const { expires, warnings } = readMrz(td3({ expires: "<<<<<<" }), options);
  assert.deepEqual([expires, warnings], [undefined, ["document/expiry-not-stated"]]);
});

test("states are turned into alpha-2 at this edge, and unknown codes are refused", () => {
  const expected = { D: "DE", GBN: "GB", GBD: "GB", XXA: "XX", XXB: "XX", XXC: "XX", UNO: "XX", CHN: "CN", TWN: "TW" };
  for (const [icao, code] of Object.entries(expected)) {
    const got = readMrz(td3({ nationality: icao }), options);
    assert.deepEqual([got.nationality, got.icao?.nationality], [code, icao]);
  }
  for (const unknown of ["ZZZ", "KA<", "<<<", "D<E"]) {
    const error = faultOf(td3({ nationality: unknown }));
    assert.deepEqual([error.id, error.field], ["document/country", "nationality"], unknown);
  }
});

test("a sex other than F, M and < is refused", () => {
  assert.deepEqual([faultOf(td3({ sex: "X" })).field, readMrz(td3({ sex: "<" }), options).sex], ["sex", undefined]);
});

test("a name that fills its field may be cut short, one without given names is whole, and none at all is refused", () => {
  const long = "A".repeat(20);
  assert.deepEqual(readMrz(td3({ names: `${long}<<${long}` }), options).warnings, ["document/names-truncated"]);
  assert.deepEqual(readMrz(td3({ names: "SUKARNO" }), options).name, { text: "SUKARNO", primary: "SUKARNO" });
  assert.equal(readMrz(td3({ names: "VAN<DER<MUELEN<<LOUIS<B" }), options).name?.text, "VAN DER MUELEN LOUIS B");
  assert.equal(faultOf(td3({ names: "" })).field, "names");
  assert.equal(faultOf(td3({ names: "ER1KSSON<<ANNA" })).hints[0]?.perhaps, "I");
});

test("the kind follows from code and issuer by the zone's table, and an officer's word counts only where it does not know", () => {
  assert.equal(readMrz(td3({}), options).kind, "passport");
  assert.equal(readMrz(td3({ code: "PO", issuer: "CHN" }), options).kind, "passport");
  assert.equal(readMrz(td3({ code: "AB" }), options).kind, "other");
  assert.equal(readMrz(td3({ code: "AB" }), { ...options, named: "exit_entry_permit" }).kind, "exit_entry_permit");
  assert.equal(readMrz(td3({}), { ...options, named: "exit_entry_permit" }).kind, "passport");
  assert.equal(faultOf(td3({ code: "AB" }), { rows: [] }).id, "document/kind");
});

function cardKz(optional: string, changes: Partial<ZoneFields> = {}): readonly string[] {
  const card = { format: "TD1", code: "ID", number: "012345678", born: "061211", sex: "F", optional } as const;
  return td3({ ...card, ...changes });
}

test("a Kazakh card's IIN is read, and an IIN that does not fit its holder is warned of, not refused", () => {
  const card = readMrz(cardKz("061211600012"), options);
  assert.deepEqual([card.kind, card.personalNumber, card.warnings], ["id_card_kz", "061211600012", []]);
  assert.deepEqual(readMrz(cardKz("061211600013"), options).warnings, ["document/personal-number-unsound"]);
  assert.deepEqual(readMrz(cardKz("061211600012", { sex: "M" }), options).warnings, [
    "document/personal-number-differs",
  ]);
  assert.deepEqual(readMrz(cardKz("061211600012", { born: "061212" }), options).warnings, [
    "document/personal-number-differs",
  ]);
});

test("no message for developers holds what identifies a person, and every text for people is whole in four languages", () => {
  fc.assert(
    fc.property(fields, fc.nat(), (given, pick) => {
      const lines = writeMrz({ ...given, number: "Q7654321W" });
      const at = pick % lines[1]!.length;
      const changed = lines.with(1, `${lines[1]!.slice(0, at)}$${lines[1]!.slice(at + 1)}`);
      const error = faultOf(changed);
      assert.ok(!error.message.includes("7654321"));
      for (const text of Object.values(documentErrorText(error)))
        assert.doesNotMatch(text, /[{}]|undefined|document\//);
    }),
  );
});
