import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { emptyDocument, fieldOf, readDocument } from "./document-draft.ts";
import { emptyGoods, presentHs, readGoods, totalsOf } from "./goods-draft.ts";

describe("a typed document", () => {
  const typed = { ...emptyDocument, kind: "passport", number: "n 1357 9246", nationality: "kz", expires: "22.08.2031" };

  test("becomes what the node reads, days in ISO form", () => {
    assert.deepEqual(readDocument(typed, "kk"), {
      value: { kind: "passport", number: "N13579246", nationality: "KZ", expires: "2031-08-22" },
    });
  });

  test("is told what is wrong at every field at once", () => {
    assert.deepEqual(readDocument({ ...emptyDocument, born: "31.02.1991" }, "ru"), {
      errors: {
        kind: "gate.error.kind",
        number: "gate.error.number",
        nationality: "gate.error.nationality",
        born: "gate.error.day",
      },
    });
  });

  test("shows the node's problem at the field that it names", () => {
    assert.equal(fieldOf("/document/expires"), "expires");
    assert.equal(fieldOf("/document/mrz"), undefined);
    assert.equal(fieldOf("/document/toString"), undefined);
    assert.equal(fieldOf(undefined), undefined);
  });
});

describe("a typed line of goods", () => {
  const typed = { ...emptyGoods, hs: "6110.20", category: "class_20", quantity: "6", kilograms: "3,2", yuan: "960.5" };

  test("becomes grams and fen without a float", () => {
    assert.deepEqual(readGoods(typed), {
      value: {
        hs: "611020",
        category: "class_20",
        quantity: 6,
        massGrams: 3_200,
        valueMinor: 96_050,
        indivisible: false,
      },
    });
  });

  test("is refused field by field", () => {
    assert.deepEqual(readGoods({ ...emptyGoods, quantity: "0", yuan: "1.005" }), {
      errors: {
        hs: "gate.error.hs",
        category: "gate.error.category",
        quantity: "gate.error.quantity",
        kilograms: "gate.error.mass",
        yuan: "gate.error.value",
      },
    });
  });

  test("is written with the point of its heading and summed with the others", () => {
    assert.equal(presentHs("611020"), "6110.20");
    assert.equal(presentHs("6110"), "6110");
    const read = readGoods(typed);
    assert.ok("value" in read);
    assert.deepEqual(totalsOf([read.value, read.value]), { massGrams: 6_400, valueMinor: 192_100 });
  });
});
