import type { Mistake } from "./mistake.ts";

const rate = "round_half_up(taxable * duty_rate)";
const busy = "busy_day:       {type: integer, values: [{from: 2024-01-01, is: 3, source: N12/7}]}";
const fits = "mass_this_month + goods_mass <= month_mass";

/** Mistakes in rules, tables, dates and counters. */
export const mistakesInRules: readonly Mistake[] = [
  {
    id: "rule/cycle",
    replace: [fits, "mass_passed <= month_mass"],
    at: "mass_fits:",
    sentence: 'Cannot order the rules: "mass_fits" reads "mass_passed" reads "mass_fits"',
  },
  {
    id: "rule/uncited",
    replace: [`is: ${rate}\n    source: N12/6`, `is: ${rate}`],
    at: "duty:\n",
    sentence: 'Cannot use the rule "duty": it has no source',
  },
  {
    id: "rule/uncited",
    replace: ["is: 14, source: N12/2", "is: 14"],
    at: "{from: 2024-01-01, is: 14}",
    sentence: 'Cannot use the value of "minimum_age" from 2024-01-01: it has no source',
  },
  {
    id: "rule/uncited",
    replace: ["is: 14, source: N12/2", "is: 14, source: []"],
    at: "[]}",
    sentence: 'Cannot read the source: the list is empty; name one, as "N12/4"',
  },
  {
    id: "rule/uncited",
    replace: ["range: 0..1000, source: N12/7", "range: 0..1000"],
    at: "passages_today:",
    sentence: 'Cannot use the counter "passages_today": it has no source',
  },
  {
    id: "table/gap",
    replace: ['      "crew"                | crew_allowance                       | N12/4\n', ""],
    at: "category              | => limit",
    sentence: 'Cannot use the table "limit": no row for category "crew"',
  },
  {
    id: "table/gap",
    replace: [
      '      -             | -              | -        | -       | "admitted"       | N12/1',
      '      >= minimum_age | -              | "tourist", "trader" | -       | "admitted"       | N12/1',
    ],
    at: "age           | residence",
    sentence: 'Cannot use the table "admission": no row for age >= 14 with residence "CN" and category "resident"',
  },
  {
    id: "table/overlap",
    replace: ['"tourist", "resident" | allowance', '"tourist", "resident", "crew" | allowance'],
    at: '"tourist", "resident", "crew"',
    sentence: 'Cannot use the table "limit": rows 1 and 3 both hit for category "crew"',
  },
  {
    id: "table/dead-row",
    replace: [
      '      -             | "XX"           | -        | -       |',
      "      -  | -           | -        | -       |",
    ],
    at: '-             | not("CN","KZ")',
    sentence: 'Cannot reach row 3 of the table "admission": the rows above it take every case',
  },
  {
    id: "table/width",
    replace: ['"crew"                | crew_allowance                       | N12/4', '"crew" | crew_allowance'],
    at: '"crew" | crew_allowance',
    sentence: "Cannot read the row: it has 2 cells, the header has 3",
  },
  {
    id: "table/operand",
    replace: [">= busy_day", ">= age"],
    at: "age    | ",
    sentence: 'Cannot compare with the fact "age" in a cell: make the comparison a rule, and that rule a column',
  },
  {
    id: "table/syntax",
    replace: ["=> limit ", "=> limits "],
    at: "limits ",
    sentence: 'Cannot read the table: its output is called "limits", the rule "limit"',
  },
  {
    id: "date/coverage",
    replace: [busy, busy.replace("2024-01-01", "2024-02-01")],
    at: "busy_day:",
    sentence: 'Cannot use the parameter "busy_day" before 2024-02-01: "desk" reads it from 2024-01-01',
  },
  {
    id: "date/coverage",
    replace: ["KZ: 8000, other: 5000,", "KZ: 8000,"],
    at: "{from: 2025-01-01, CN: 10000",
    sentence: 'Cannot use a value of "allowance": it has no figure for "other" countries',
  },
  {
    id: "date/order",
    replace: ["{from: 2025-07-01, is: 15%", "{from: 2023-07-01, is: 15%"],
    at: "{from: 2023-07-01",
    sentence: 'Cannot order the values of "duty_rate": 2023-07-01 stands after 2024-01-01',
  },
  {
    id: "date/instrument",
    replace: ["is: 13%, source: N12/6", "is: 13%, source: N31/6"],
    at: "N31/6",
    sentence: 'Cannot rely on "N31/6" from 2024-01-01: the instrument is in force from 2025-01-01',
  },
  {
    id: "date/end-of-month",
    replace: [", end_of_month: reject", ""],
    also: [fits, '"legal_day <= add_months(legal_day, 1)"'],
    at: "add_months",
    sentence: 'Cannot calculate with months or years: the clock has no "end_of_month", down, up or reject',
  },
  {
    id: "counter/kind",
    replace: ["category:    {type: code category, of: person_day", "category:    {type: code category, of: event"],
    at: "duty_free_today:",
    sentence:
      'Cannot keep the counter "duty_free_today" as clamped: "limit" may change within [person, legal_day]: "category" is of event',
  },
  {
    id: "counter/kind",
    replace: ["{kind: feedback, sum: mass_passed", "{kind: facts, sum: mass_passed"],
    at: "mass_this_month:",
    sentence:
      'Cannot keep the counter "mass_this_month" as facts: "mass_passed" depends on the counter "mass_this_month"',
  },
  {
    id: "counter/not-output",
    replace: ["duty_due, mass_passed]\n\ntests", "duty_due]\n\ntests"],
    at: "mass_passed, per",
    sentence: 'Cannot sum "mass_passed": only outputs are recorded, add it to "outputs"',
  },
  {
    id: "counter/loop",
    replace: ["count: all, per", "count: all, where: mass_this_month = 0, per"],
    at: "= 0, per",
    sentence:
      'Cannot use the counter "mass_this_month" in the condition of "passages_today": a counter reads facts and outputs',
  },
  {
    id: "figure/literal",
    replace: [rate, "round_half_up(taxable * 13%)"],
    at: "13%)",
    sentence: 'Cannot use the figure "13%" in a rule: make it a parameter, so that it is dated and cited',
  },
  {
    id: "figure/literal",
    replace: ["< minimum_age", "< 14"],
    at: "14 ",
    after: "< ",
    sentence: 'Cannot use the figure "14" in a rule: make it a parameter, so that it is dated and cited',
  },
  {
    id: "sql/unsupported",
    replace: [fits, "desks = desks"],
    also: [
      "outputs: [admission",
      '  desks:\n    type: code desk\n    hit: collect list\n    source: N12/1\n    table: |\n      permit | => desks\n      -      | "none"\noutputs: [admission',
    ],
    at: "desks = desks",
    sentence: 'Cannot read the list "desks" in a rule: a list is an output only',
  },
  {
    id: "rule/dead",
    replace: ["outputs: [admission", '  extra: {type: integer, is: "0", source: N12/1}\noutputs: [admission'],
    at: "extra: {",
    sentence: 'Remove the rule "extra", or use it: no output needs it',
  },
  {
    id: "figure/unverified",
    replace: ["is: 14, source: N12/2", "is: 14, source: N12/2, confidence: low"],
    at: "{from: 2024-01-01, is: 14",
    sentence: 'Verify the figure of "minimum_age" from 2024-01-01: its confidence is low',
  },
  {
    id: "figure/unknown",
    replace: ["CN: 8000, KZ: 5000", "CN: 8000, KZ: unknown"],
    at: "{from: 2024-01-01, CN: 8000",
    sentence: 'Find the figure of "allowance" from 2024-01-01 for "KZ": it is unknown',
  },
];
