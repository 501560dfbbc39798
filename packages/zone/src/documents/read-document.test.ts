import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber } from "../calendar/legal-day.ts";
import { ageOn, latestDay } from "./age.ts";
import { DocumentError, documentFields } from "./document-error.ts";
import { handFormats } from "./hand-format.ts";
import { documentErrorText, documentWarningText } from "./messages.ts";
import { NUMBER_CHARS_MAX } from "./read-by-hand.ts";
import { type DocumentReading, type ReadOptions, readDocument } from "./read-document.ts";
import { documentWarnings } from "./travel-document.ts";
import { validDaysLeft, validityOn } from "./validity.ts";
import { PLATE_CHARS_MAX, readVehicle } from "./vehicle.ts";

const zoneFile = readFileSync(new URL("../../../../rulebooks/khorgos/zone.yaml", import.meta.url), "utf8");
const byHand = /by_hand: \[([^\]]+)\]/
  .exec(zoneFile)![1]!
  .split(",")
  .map((kind) => kind.trim());
const options: ReadOptions = {
  legalDay: dayNumber("2026-01-16"),
  rows: [{ code: "P*", issuer: "*", kind: "passport" }],
  byHand,
};

function faultOf(reading: DocumentReading, more: Partial<ReadOptions> = {}): DocumentError {
  try {
    readDocument(reading, { ...options, ...more });
  } catch (error) {
    assert.ok(error instanceof DocumentError, String(error));
    return error;
  }
  return assert.fail("the document was taken");
}

test("every kind that the zone lets an officer type has a format, and each format's example is of its form", () => {
  for (const kind of byHand) {
    const format = handFormats[kind];
    assert.ok(format, kind);
    assert.match(format.example, new RegExp(format.form, "u"), kind);
  }
});

test("a Chinese identity card tells birth and sex, and a birth that was typed must agree", () => {
  const card = readDocument({ kind: "id_card_cn", number: " 11010519491231002x " }, options);
  assert.deepEqual([card.number, card.born, card.sex], ["11010519491231002X", { year: 1949, month: 12, day: 31 }, "F"]);
  assert.deepEqual([card.issuer, card.nationality], ["CN", "CN"]);
  const wrong = faultOf({ kind: "id_card_cn", number: "11010519491231002X", born: "1949-12-30" });
  assert.deepEqual([wrong.id, wrong.field], ["document/mismatch", "born"]);
  assert.equal(faultOf({ kind: "id_card_cn", number: "110105194912310021" }).id, "document/check-digit");
  assert.equal(faultOf({ kind: "id_card_cn", number: "110105194913310021" }).place?.column, 7);
  assert.equal(faultOf({ kind: "id_card_cn", number: "11010519491231002X", nationality: "KZ" }).field, "nationality");
});

test("nobody is born after today", () => {
  const later = { legalDay: dayNumber("1949-12-30") };
  assert.equal(faultOf({ kind: "id_card_cn", number: "11010519491231002X" }, later).id, "document/born-later");
  const passport = { kind: "passport", number: "N01234567", nationality: "KZ", born: "2026-01-17" };
  assert.deepEqual([faultOf(passport).id, faultOf(passport).field], ["document/born-later", "born"]);
  assert.equal(readDocument({ ...passport, born: "2026-01-16" }, options).born?.day, 16);
});

test("permits of Hong Kong, Macao and Taiwan are read by their numbers, in full width too", () => {
  const read = (kind: string, number: string) => readDocument({ kind, number, expires: "2030-01-01" }, options);
  for (const number of ["H01234567", "M01234567", "H0123456701", "ｈ０１２３４５６７"]) {
    const permit = read("hk_macao_permit", number);
    assert.deepEqual([permit.issuer, permit.nationality, permit.warnings], ["CN", "CN", []], number);
  }
  for (const number of ["01234567", "0123456789", "0123456789B"])
    assert.equal(read("taiwan_permit", number).nationality, "CN");
  for (const number of ["A01234567", "H0123456", "H012345678", "H01234567012"]) {
    assert.equal(faultOf({ kind: "hk_macao_permit", number }).id, "document/number", number);
  }
  for (const number of ["0123456", "012345678"])
    assert.equal(faultOf({ kind: "taiwan_permit", number }).id, "document/number");
});

test("a permit of a resident who is not a Chinese citizen needs her nationality", () => {
  const permit = { kind: "hk_macao_permit", number: "HA1234567" };
  assert.deepEqual([faultOf(permit).id, faultOf(permit).field], ["document/incomplete", "nationality"]);
  const read = readDocument({ ...permit, nationality: "IN" }, options);
  assert.deepEqual([read.issuer, read.nationality], ["CN", "IN"]);
});

test("a Kazakh card is read by its own number or by the holder's IIN", () => {
  assert.equal(readDocument({ kind: "id_card_kz", number: "012345678" }, options).born, undefined);
  const byIin = readDocument({ kind: "id_card_kz", number: "061211 600012" }, options);
  assert.deepEqual(
    [byIin.born, byIin.sex, byIin.personalNumber],
    [{ year: 2006, month: 12, day: 11 }, "F", "061211600012"],
  );
  assert.equal(faultOf({ kind: "id_card_kz", number: "061211600013" }).id, "document/check-digit");
});

test("a birth certificate is read with the child's name and birth and the guardian's document", () => {
  const child = {
    kind: "birth_certificate",
    number: "01-0123456",
    nationality: "KZ",
    name: "Ахметов Алан",
    born: "2019-05-04",
  };
  const guardian = readDocument({ kind: "id_card_kz", number: "061211600012" }, options);
  const read = readDocument(child, { ...options, guardian });
  assert.deepEqual([read.guardian?.number, read.name?.text], ["061211600012", "Ахметов Алан"]);
  assert.deepEqual([faultOf(child).id, faultOf(child).field], ["document/guardian", "guardian"]);
  const { born: _, ...unborn } = child;
  assert.equal(faultOf(unborn, { guardian }).field, "born");
  assert.equal(faultOf({ ...child, name: " " }, { guardian }).field, "names");
});

test("what is missing or not known is named", () => {
  assert.equal(faultOf({}).field, "kind");
  assert.equal(faultOf({ kind: "library_card", number: "1" }).id, "document/kind");
  assert.equal(faultOf({ kind: "passport", nationality: "KZ" }).field, "number");
  assert.equal(faultOf({ kind: "passport", number: "N01234567" }).field, "nationality");
  assert.equal(faultOf({ kind: "passport", number: "N01234567", nationality: "ZZ" }).id, "document/country");
  assert.equal(
    faultOf({ kind: "passport", number: "N01234567", nationality: "KZ", expires: "2026-02-30" }).field,
    "expires",
  );
  assert.equal(faultOf({ kind: "passport", number: "N01234567", nationality: "KZ", born: "16.01.2000" }).field, "born");
  assert.equal(faultOf({ mrz: ["x"], kind: "library_card" }).id, "document/kind");
});

test("a number is taken up to the longest and refused one beyond", () => {
  const formats = { long: { form: "^\\d+$", example: "1" } };
  const typed = (count: number) => ({ kind: "long", number: "1".repeat(count), nationality: "KZ" });
  const more = { byHand: ["long"], formats };
  assert.equal(readDocument(typed(NUMBER_CHARS_MAX), { ...options, ...more }).number.length, NUMBER_CHARS_MAX);
  assert.equal(faultOf(typed(NUMBER_CHARS_MAX + 1), more).id, "document/number");
});

test("an age changes on the birthday, and on 1 March for who was born on 29 February", () => {
  const on = (born: object, day: string) => ageOn(born, dayNumber(day));
  const born = { year: 2010, month: 1, day: 17 };
  assert.deepEqual(
    [on(born, "2026-01-16"), on(born, "2026-01-17")],
    [
      { least: 15, most: 15 },
      { least: 16, most: 16 },
    ],
  );
  const leap = { year: 2008, month: 2, day: 29 };
  assert.deepEqual([on(leap, "2024-02-28")?.least, on(leap, "2024-02-29")?.least], [15, 16]);
  assert.deepEqual([on(leap, "2026-02-28")?.least, on(leap, "2026-03-01")?.least], [17, 18]);
});

test("a birth that is partly unknown gives a range of ages, and counts as young as it may be", () => {
  assert.deepEqual(ageOn({ year: 2010 }, dayNumber("2026-01-16")), { least: 15, most: 16 });
  assert.deepEqual(ageOn({ year: 2010, month: 1 }, dayNumber("2026-01-16")), { least: 15, most: 16 });
  assert.equal(ageOn({ month: 1, day: 1 }, dayNumber("2026-01-16")), undefined);
  assert.equal(latestDay({ year: 2010, month: 2 })?.toString(), "2010-02-28");
});

test("a document is valid to the end of its last day", () => {
  const document = { expires: Temporal.PlainDate.from("2026-01-16") };
  const on = (day: string) => validityOn(document, dayNumber(day));
  assert.deepEqual([on("2026-01-15"), on("2026-01-16"), on("2026-01-17")], ["valid", "valid", "expired"]);
  assert.deepEqual(
    [validDaysLeft(document, dayNumber("2026-01-16")), validDaysLeft(document, dayNumber("2025-01-16"))],
    [0, 365],
  );
  assert.deepEqual([validityOn({}, 0), validDaysLeft({}, 0)], ["not_stated", undefined]);
});

test("a plate is read without spaces and marks, in the script of its country", () => {
  const read = (plate: string, country: string) => readVehicle({ plate, country }).plate;
  assert.deepEqual([read("新A·12345", "CN"), read("123 abc-05", "KZ")], ["新A12345", "123ABC05"]);
  assert.equal(readVehicle({ plate: "A1", country: "KZ", vin: " wvwzzz1jzxw000001" }).vinCheck, "not-checked");
  assert.equal(read("1".repeat(PLATE_CHARS_MAX), "KZ").length, PLATE_CHARS_MAX);
  for (const plate of ["", "  ", "A#1", "1".repeat(PLATE_CHARS_MAX + 1)]) {
    assert.throws(() => readVehicle({ plate, country: "KZ" }), { id: "vehicle/plate" }, plate);
  }
  assert.throws(() => readVehicle({ plate: "A1", country: "ZZ" }), { id: "document/country" });
});

test("every error on every field and every warning has its words in four languages", () => {
  const ids = ["lines", "character", "check-digit", "country", "date", "born-later", "specimen", "number"] as const;
  const more = ["mismatch", "incomplete", "kind", "guardian"] as const;
  const all = [
    ...[...ids, ...more].map((id) => `document/${id}` as const),
    "vehicle/plate",
    "vehicle/vin",
    "vehicle/vin-check",
  ] as const;
  for (const id of all) {
    for (const field of documentFields) {
      const hints = [{ column: 3, read: "O", perhaps: "0" }];
      for (const fault of [
        { field },
        { field, place: { line: 1, column: 2 } },
        { field, place: { column: 2 }, hints },
      ]) {
        for (const text of Object.values(documentErrorText(new DocumentError(id, fault)))) {
          assert.doesNotMatch(text, /[{}]|undefined|document\/|vehicle\//);
        }
      }
    }
  }
  for (const warning of documentWarnings)
    assert.equal(Object.values(documentWarningText(warning)).every(Boolean), true);
});

test("a traveller is told the field, the place and the likely misreading in her language", () => {
  const fault = { field: "born", place: { line: 2, column: 16 }, read: "O" } as const;
  const hints = [{ line: 2, column: 16, read: "O", perhaps: "0" }];
  const { zh, kk, ru, en } = documentErrorText(new DocumentError("document/character", { ...fault, hints }));
  assert.match(zh, /出生日期.*第2行第16个字符“O”可能应为“0”/);
  assert.match(kk, /туған күні.*2-жол, 16-таңба: «O» орнында «0»/);
  assert.match(ru, /дата рождения.*Строка 2, знак 16: вместо «O», возможно, «0»/);
  assert.match(en, /date of birth.*Line 2, character 16: “O” may be “0”/);
});

test("where several misreadings are possible, none is told as if it were known", () => {
  const hints = [
    { line: 2, column: 1, read: "L", perhaps: "I" },
    { line: 2, column: 4, read: "B", perhaps: "8" },
  ];
  const { en } = documentErrorText(
    new DocumentError("document/check-digit", { field: "number", place: { line: 2, column: 10 }, hints }),
  );
  assert.equal(
    en,
    "“document number” was not read correctly: the check digit does not match. Please try again or ask an officer.",
  );
});
