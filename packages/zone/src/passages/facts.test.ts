import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckedRulebook, Fact, ValueType } from "@twinline/rulebook";
import { dayNumber } from "../calendar/legal-day.ts";
import { factGaps, factsOf, type Known } from "./facts.ts";

const at = { file: "toy.yaml", line: 1, column: 1 };
const label = { zh: "x", kk: "x", ru: "x", en: "x" };

function declare(name: string, type: ValueType, optional = false): Fact {
  return { name, type, optional, of: "event", label, at };
}

function law(...facts: Fact[]): Pick<CheckedRulebook, "facts" | "codes"> {
  const values = ["class_13", "class_20"].map((code) => ({ code, label }));
  return { facts, codes: [{ name: "goods_class", values, at }] };
}

const day = dayNumber("2025-03-01");
const known: Known = {
  direction: "out",
  gate: "CN-1",
  day,
  traveller: { person: "p1", watch: "none", document: { kind: "passport", nationality: "KZ" } },
  guardian: false,
  vehicle: false,
  stay: undefined,
  goods: undefined,
};

function ageOn(text: string, born: string): unknown {
  const document = { kind: "passport", nationality: "KZ", bornDay: dayNumber(born) };
  const traveller = { ...known.traveller, document };
  return factsOf(law(declare("age", { kind: "integer" })), { ...known, traveller, day: dayNumber(text) }).age;
}

describe("The facts of a passage", () => {
  test("count completed years, and 29 February completes one on 1 March of a common year", () => {
    assert.equal(ageOn("2025-05-16", "1990-05-17"), 34);
    assert.equal(ageOn("2025-05-17", "1990-05-17"), 35);
    assert.equal(ageOn("2025-02-28", "2008-02-29"), 16);
    assert.equal(ageOn("2025-03-01", "2008-02-29"), 17);
    assert.equal(ageOn("2024-02-29", "2008-02-29"), 16);
  });

  test("count the day of entry as the first day of the stay, and the last day of a document as day 0", () => {
    const stay = {
      visit: "1",
      gate: "CN-1",
      enteredDay: day - 29,
      lastDay: day,
      enteredAtMs: 0,
      document: "",
      nationality: "",
    };
    const document = { ...known.traveller.document, lastValidDay: day };
    const rulebook = law(
      declare("stay_days", { kind: "integer" }),
      declare("document_days_left", { kind: "integer" }, true),
    );
    const facts = factsOf(rulebook, { ...known, stay, traveller: { ...known.traveller, document } });
    assert.deepEqual(facts, { stay_days: 30, document_days_left: 0 });
  });

  test("leave out what is not known", () => {
    const rulebook = law(declare("age", { kind: "integer" }), declare("document_days_left", { kind: "integer" }, true));
    assert.deepEqual(factsOf(rulebook, known), {});
  });

  test("take the class of goods from the zone's category, and the first one for empty hands", () => {
    const rulebook = law(
      declare("goods_class", { kind: "code", list: "goods_class" }),
      declare("never_exempt", { kind: "boolean" }),
    );
    assert.deepEqual(factsOf(rulebook, known), { goods_class: "class_13", never_exempt: false });
    const line = { hs: "9101", category: "watch", quantity: 1, massGrams: 1, valueMinor: 1, indivisible: true };
    const goods = { ...line, facts: { goods_class: "class_20", never_exempt: true } };
    assert.deepEqual(factsOf(rulebook, { ...known, goods }), { goods_class: "class_20", never_exempt: true });
    assert.deepEqual(
      factsOf(rulebook, { ...known, goods: { ...line, facts: {} } }),
      {},
      "Goods without a class have none",
    );
  });
});

test("A fact that no gate provides, or not with that type, is a gap", () => {
  const gaps = factGaps(
    law(
      declare("age", { kind: "integer" }),
      declare("shoe_size", { kind: "integer" }),
      declare("inside", { kind: "text" }),
    ),
  );
  assert.deepEqual(gaps, [
    { fact: "shoe_size", needs: "integer", provided: undefined },
    { fact: "inside", needs: "text", provided: "boolean" },
  ]);
});
