import assert from "node:assert/strict";
import { test } from "node:test";
import { findMinorDigits } from "./currency.ts";

/** ISO 4217, list one: the minor units of those that have not two. */
const others: { readonly [digits: number]: string } = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

test("every currency has the minor units of ISO 4217", () => {
  for (const [digits, codes] of Object.entries(others))
    for (const code of codes.split(" ")) assert.equal(findMinorDigits(code), Number(digits), code);
  for (const code of ["CNY", "KZT", "EUR", "USD", "RUB", "MNT", "LAK"]) assert.equal(findMinorDigits(code), 2, code);
  for (const code of ["XYZ", "cny", "RMB", ""]) assert.equal(findMinorDigits(code), undefined, code);
});
