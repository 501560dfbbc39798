import type { Mistake } from "./mistake.ts";

const rate = "round_half_up(taxable * duty_rate)";
const busy = "busy_day:       {type: integer, values: [{from: 2024-01-01, is: 3, source: N12/7}]}";
const fits = "mass_this_month + goods_mass <= month_mass";

/** Mistakes in names, types, rounding, bounds and presence. */
export const mistakesInExpressions: readonly Mistake[] = [
  {
    id: "name/unknown",
    replace: ["then min(goods_value, max", "then min(gods_value, max"],
    at: "gods_value",
    sentence:
      'Cannot find "gods_value": no fact, parameter, counter or rule has this name, the nearest is "goods_value"',
  },
  {
    id: "name/unknown",
    replace: ["is: 14, source: N12/2", "is: 14, source: N21/2"],
    at: "N21/2",
    sentence: 'Cannot cite "N21/2": no instrument "N21" is declared, the nearest is "N12"',
  },
  {
    id: "name/unknown",
    replace: [rate, "today(taxable)"],
    at: "today(",
    sentence: 'Cannot call "today": the rulebook names its clock, use "legal_day"',
  },
  {
    id: "name/shadow",
    replace: ["  permit:      {type: text", "  date:      {type: text"],
    at: "date:      {",
    sentence: 'Cannot call a fact "date": it is a reserved word',
  },
  {
    id: "name/shadow",
    replace: [busy, `taxable: ${busy.slice(busy.indexOf("{"))}`],
    at: "taxable:\n",
    sentence: 'Cannot call a rule "taxable": there is a parameter of this name',
  },
  {
    id: "type/mismatch",
    replace: [fits, "age <= month_mass"],
    at: "month_mass",
    after: "age <=",
    sentence: "Cannot compare integer and quantity g",
  },
  {
    id: "type/mismatch",
    replace: ["then goods_value - duty_free else", "then goods_value - goods_mass else"],
    at: "goods_mass else",
    sentence: "Cannot subtract money CNY and quantity g",
  },
  {
    id: "type/mismatch",
    replace: ["duty <= minimum_charge", "residence <= residence"],
    at: "<= residence",
    sentence: "Cannot order values of type country: they are only equal or not",
  },
  {
    id: "type/currency",
    replace: ["minimum_charge: {type: money CNY", "minimum_charge: {type: money KZT"],
    at: "minimum_charge then",
    sentence: "Cannot compare money CNY and money KZT: convert it with a dated exchange parameter",
  },
  {
    id: "type/branches",
    replace: ["and mass_fits then goods_mass else 0", "and mass_fits then goods_mass else goods_value"],
    at: "goods_value\n",
    after: "mass_fits then",
    sentence: "Cannot choose between quantity g and money CNY",
  },
  {
    id: "type/code",
    replace: ['"crew"                | crew', '"crow"                | crew'],
    at: '"crow"',
    sentence: 'Cannot use "crow" as code category: the list has no such code, the nearest is "crew"',
  },
  {
    id: "type/code",
    replace: ["CN: 10000, KZ: 8000", "CN: 10000, KX: 8000"],
    at: "KX: 8000",
    sentence: 'Cannot use the key "KX" in a value of "allowance": ISO 3166-1 has no such country',
  },
  {
    id: "round/missing",
    replace: [rate, "taxable * duty_rate"],
    at: "* duty_rate",
    sentence: "Cannot use an amount that is not rounded: put it into a rounding function such as round_half_up(…)",
  },
  {
    id: "bound/overflow",
    replace: ["range: 0..1000000, label: {en: value", "range: 0..90000000000000000, label: {en: value"],
    at: "* duty_rate",
    sentence: "Cannot hold this amount in 64 bits: it may reach about 10^20, narrow the ranges it comes from",
  },
  {
    id: "bound/range",
    replace: ["{type: integer, range: 0..130, of", "{type: integer, of"],
    at: "age:  ",
    sentence: 'Cannot bound "age": a fact of type integer needs a "range"',
  },
  {
    id: "bound/range",
    replace: ["per: [person, legal_day], range: 0..1000, source", "per: [person, legal_day], source"],
    at: "passages_today:",
    sentence: 'Cannot bound "passages_today": a counter needs a "range"',
  },
  {
    id: "bound/divisor",
    replace: [rate, "round_half_up(taxable * duty_rate / passages_today)"],
    at: "passages_today)",
    sentence: "Cannot divide by what may be 0 or negative: narrow its range, or divide only where it is greater",
  },
  {
    id: "optional/unguarded",
    replace: ['admission = "admitted" and mass_fits', 'permit = "A" and mass_fits'],
    at: 'permit = "A"',
    sentence:
      'Cannot use "permit" where it may be missing: guard it with default(permit, …), present(permit) or a cell',
  },
  {
    id: "name/unused",
    replace: [
      "parameters:\n",
      "parameters:\n  spare: {type: rate, values: [{from: 2024-01-01, is: 2/37, source: N12/4}]}\n",
    ],
    at: "spare:",
    sentence: 'Remove the parameter "spare", or use it: nothing reads it',
  },
  {
    id: "name/unused",
    replace: ["codes:\n", "codes:\n  spare: {one: {en: a, zh: a, kk: a, ru: a}}\n"],
    at: "spare:",
    sentence: 'Remove the code list "spare", or use it: nothing is of its type',
  },
  {
    id: "round/order",
    replace: [rate, "round_half_up(round_half_up(taxable * duty_rate) * duty_rate)"],
    at: "round_half_up(taxable",
    sentence: "Check that the law rounds twice here: this rounding stands inside another",
  },
];
