import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSmall, label, type SmallParts } from "../testing/small-rulebook.ts";

const facts = (of: string) => `  cny: {type: money CNY, range: 0..100, ${label}}
  level: {type: integer, range: 0..9, of: ${of}, ${label}}
  flag: {type: boolean, ${label}}`;
const parameters = "  unit: {type: money CNY, values: [{from: 2024-01-01, is: 10, source: N/1}]}";
const twice = `${parameters.slice(0, -2)}, {from: 2025-01-01, is: 20, source: N/1}]}`;

type Given = { kind?: string; per?: string; more?: string; of?: string; is?: string } & Partial<SmallParts>;

function errorsOf({
  kind = "clamped",
  per = "person, legal_day",
  more = "",
  of = "person_day",
  is,
  ...parts
}: Given = {}): string[] {
  const formula = is ?? "if flag then min(cny, max(0, limit - used)) else 0";
  const { errors } = checkSmall({
    facts: facts(of),
    parameters,
    counters: `  used: {kind: ${kind}, sum: result, per: [${per}], range: 0..1000, source: N/1${more}}`,
    rules: `  limit: {type: money CNY, source: N/1, is: unit * level}
  result:
    type: money CNY
    source: N/1
    is: |
      ${formula}`,
    ...parts,
  });
  return errors.map(({ sentence }) => sentence.replace('Cannot keep the counter "used" as ', ""));
}

test("a clamped sum whose limit is constant in its partition has its closed form", () => {
  assert.deepEqual(errorsOf(), []);
  assert.deepEqual(errorsOf({ is: "min(max(0, limit - used), cny)" }), []);
  assert.deepEqual(errorsOf({ of: "person", per: "person, legal_month" }), []);
  assert.deepEqual(errorsOf({ parameters: twice }), []);
  assert.deepEqual(errorsOf({ more: ", where: flag" }), []);
});

test("a limit that may change within the partition has none", () => {
  const may = (partition: string, why: string) => [`clamped: "limit" may change within [${partition}]: ${why}`];
  assert.deepEqual(errorsOf({ of: "event" }), may("person, legal_day", '"level" is of event'));
  assert.deepEqual(errorsOf({ per: "person, legal_month" }), may("person, legal_month", '"level" is of person_day'));
  assert.deepEqual(errorsOf({ per: "gate, legal_day" }), may("gate, legal_day", '"level" is of person_day'));
  const monthly = { of: "person", per: "person, legal_month", parameters: twice };
  assert.deepEqual(errorsOf(monthly), may("person, legal_month", '"unit" changes by date'));
  const declared = { parameters: twice, clock: "{zone: Asia/Almaty, law: declaration}" };
  assert.deepEqual(errorsOf(declared), may("person, legal_day", '"unit" changes by date'));
});

test("another form than the clamp is no clamp", () => {
  const refused = ['clamped: "result" is not "if E then min(F, max(0, L - used)) else 0"'];
  const others = [
    "if cny + used <= limit then cny else 0",
    "if flag then min(cny, max(0, limit - used)) else cny",
    "if flag then min(cny, limit - used) else 0",
    "if flag then min(cny, max(unit, limit - used)) else 0",
    "if flag then max(cny, max(0, limit - used)) else 0",
  ];
  for (const is of others) assert.deepEqual(errorsOf({ is }), refused, is);
  assert.deepEqual(errorsOf({ is: "min(cny - unit, max(0, limit - used))" }), [
    'clamped: the amount of "result" may be negative',
  ]);
  const own = "if used = 0 then min(cny, max(0, limit - used)) else 0";
  assert.deepEqual(errorsOf({ is: own }), ['clamped: "result" also depends on the counter "used"']);
  assert.deepEqual(errorsOf({ more: ", within: 7 days" }), [
    'clamped: a rolling window has no closed form, declare it "feedback"',
  ]);
});

test("a feedback counter needs no proof, a facts counter may depend on no counter", () => {
  assert.deepEqual(errorsOf({ kind: "feedback", of: "event" }), []);
  assert.deepEqual(errorsOf({ kind: "facts" }), ['facts: "result" depends on the counter "used"']);
  const free = errorsOf({ kind: "facts", is: "if flag then min(cny, limit) else 0" });
  assert.deepEqual(free, []);
});

test("a definition is one for one meaning, whatever it is called and cited", () => {
  const definitionOf = (counter: string, unit = parameters) => {
    const rules = "  result: {type: money CNY, source: N/1, is: min(cny, unit)}".replace(
      "min(cny, unit)",
      '"min(cny, unit)"',
    );
    const { rulebook, errors } = checkSmall({ facts: facts("event"), parameters: unit, counters: counter, rules });
    assert.deepEqual(errors, []);
    return rulebook.counters[0]!.definition;
  };
  const plain = "  used: {kind: facts, sum: result, per: [person, legal_day], range: 0..1000, source: N/1}";
  const base = definitionOf(plain);
  assert.match(base, /^[0-9a-f]{64}$/);
  assert.equal(definitionOf(plain.replace("used", "spent").replace("N/1", "N/2").replace("1000", "2000")), base);
  assert.equal(definitionOf(plain.replace("person, legal_day", "legal_day, person")), base);
  const others = [
    definitionOf(plain.replace("legal_day", "legal_month")),
    definitionOf(plain.replace("}", ", where: flag}")),
    definitionOf(plain.replace("}", ", within: 7 days}")),
    definitionOf(plain, twice),
    definitionOf(plain.replace("sum: result", "count: all")),
  ];
  assert.equal(new Set([base, ...others]).size, others.length + 1);
});

test("a clamped sum of an output whose wording changes by date is refused", () => {
  const wording = (from: string) => `{from: ${from}, source: N/1, is: "min(cny, max(0, unit - used))"}`;
  const { errors } = checkSmall({
    facts: facts("person_day"),
    parameters,
    counters: "  used: {kind: clamped, sum: result, per: [person, legal_day], range: 0..1000, source: N/1}",
    rules: `  result:\n    type: money CNY\n    versions:\n      - ${wording("2024-01-01")}\n      - ${wording("2025-01-01")}`,
  });
  assert.match(errors.map(({ sentence }) => sentence).join(), /the wording of "result" changes by date/);
});
