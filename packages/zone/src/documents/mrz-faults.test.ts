import assert from "node:assert/strict";
import { test } from "node:test";
import { MRZ_CHARS_MAX } from "./mrz-zone.ts";
import { readMrz } from "./read-mrz.ts";
import { faultOf, options, specimen, td3 } from "./testing/mrz-cases.ts";

test("a letter in a date is named with the digit it perhaps is", () => {
  const { id, field, place, read, expected, hints } = faultOf([specimen[0], specimen[1].replace("7408122", "74O8122")]);
  assert.deepEqual(
    [id, field, place, read, expected],
    ["document/character", "born", { line: 2, column: 16 }, "O", "a digit"],
  );
  assert.deepEqual(hints, [{ line: 2, column: 16, read: "O", perhaps: "0" }]);
});

test("one misread digit of a number is pointed at, by its check digit and the composite one together", () => {
  const error = faultOf([specimen[0], specimen[1].replace("L898902C3", "L89B902C3")]);
  assert.deepEqual(
    [error.id, error.field, error.place, error.read, error.expected],
    ["document/check-digit", "number", { line: 2, column: 10 }, "6", "7"],
  );
  assert.ok(error.hints.some(({ column, perhaps }) => column === 4 && perhaps === "8"));
});

test("of the misreadings under which a date's own digit holds, only those that the composite digit allows are named", () => {
  const { field, hints } = faultOf([specimen[0], specimen[1].replace("7408122", "7403122")]);
  assert.deepEqual([field, hints], ["born", [{ line: 2, column: 17, read: "3", perhaps: "8" }]]);
  const other = faultOf([specimen[0], specimen[1].replace("7408122", "7408722")]);
  assert.deepEqual(other.hints, [{ line: 2, column: 18, read: "7", perhaps: "1" }]);
});

test("a misreading that the date's digit alone would allow is not named when the composite digit rules it out", () => {
  const [first, second] = td3({ born: "500101" }) as [string, string];
  const { hints } = faultOf([first, second.replace("500101", "508101")]);
  assert.deepEqual(hints, [{ line: 2, column: 16, read: "8", perhaps: "0" }]);
});

test("where nothing is recorded the check digit may be a filler", () => {
  const [first, second] = td3({}) as [string, string];
  assert.equal(second[42], "0");
  assert.equal(readMrz([first, `${second.slice(0, 42)}<${second[43]}`], options).personalNumber, undefined);
  const some = td3({ optional: "A" })[1]!;
  assert.equal(faultOf([first, `${some.slice(0, 42)}<${some[43]}`]).field, "personalNumber");
});

test("a long number's check digit is found in the optional data, and told as the number's", () => {
  const lines = ["I<UTOD23145890<7348<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"];
  const { field, place, read, expected } = faultOf(lines);
  assert.deepEqual([field, place, read, expected], ["number", { line: 1, column: 19 }, "8", "9"]);
});

test("input is looked at up to its longest and refused one character beyond", () => {
  const padded = (count: number) => [`${specimen[0]}\n${specimen[1]}`.padEnd(count)];
  assert.equal(readMrz(padded(MRZ_CHARS_MAX), options).number, "L898902C3");
  assert.equal(faultOf(padded(MRZ_CHARS_MAX + 1)).id, "document/lines");
});

test("lower case is not guessed at, only pointed at", () => {
  const { id, place, hints } = faultOf([specimen[0].replace("ANNA", "aNNA"), specimen[1]]);
  assert.deepEqual([id, place, hints[0]?.perhaps], ["document/character", { line: 1, column: 16 }, "A"]);
});

test("white space at the ends, line breaks and empty lines are passed over", () => {
  const noisy = ["", `  ${specimen[0]}\r\n${specimen[1]}\t`, " "];
  assert.equal(readMrz(noisy, options).number, "L898902C3");
});

test("lines that are no layout are refused with their lengths", () => {
  const cases = [[], [""], [specimen[0]], [specimen[0], specimen[1].slice(1)], [...specimen, specimen[1]]];
  for (const lines of cases) assert.equal(faultOf(lines).id, "document/lines");
  assert.equal(faultOf([specimen[0], specimen[1].slice(1)]).read, "44 + 43");
  assert.equal(faultOf(["<".repeat(MRZ_CHARS_MAX + 1)]).id, "document/lines");
});
