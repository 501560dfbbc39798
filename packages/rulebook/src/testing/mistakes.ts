export type Edit = readonly [found: string, replacement: string];

/** One mistake seeded into the example: what is replaced, and the finding it is to give. */
export type Mistake = {
  readonly id: string;
  readonly replace: Edit;
  /** A second edit that the mistake needs. */
  readonly also?: Edit;
  /** Text of the edited file at whose start the finding stands; the first occurrence after `after`. */
  readonly at: string;
  readonly after?: string;
  readonly sentence: string;
};

const rate = "round_half_up(taxable * duty_rate)";
const busy = "busy_day:       {type: integer, values: [{from: 2024-01-01, is: 3, source: N12/7}]}";
const fits = "mass_this_month + goods_mass <= month_mass";

export const mistakes: readonly Mistake[] = [
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
    id: "say/language",
    replace: [', kk: "Кіру: {admission}."', ""],
    at: '{en: "Entry: {admission}."',
    sentence: 'Cannot use the text of "admission" without its text in kk',
  },
  {
    id: "say/names",
    replace: ["此前已用 {duty_free_today}，本次", "此前已用，本次"],
    at: '"每日限额',
    sentence: 'Cannot use the text of "duty_free" in zh: it lacks "{duty_free_today}", which other languages have',
  },
  {
    id: "say/plural",
    replace: [
      'ru: "Досмотровый стол: {desk}."',
      'ru: "Досмотровый стол: {desk}. {passages_today, plural, one {#} other {#}}"',
    ],
    at: '"Досмотровый',
    sentence:
      'Cannot choose a plural by "passages_today" in the text of "desk" (ru): the form "few", "many" is missing',
  },
  {
    id: "say/syntax",
    replace: ['en: "To pay: {duty_due}."', 'en: "To pay: {duty_due."'],
    at: '."',
    after: "{duty_due",
    sentence: 'Cannot read the text for people: "}" is expected after "duty_due"',
  },
  {
    id: "test/none",
    replace: ["outputs: [admission", '  extra: {type: integer, is: "0", source: N12/1}\noutputs: [extra, admission'],
    at: "extra: {",
    sentence: 'Cannot use the rule "extra" without an example: no test expects an output that needs it',
  },
  {
    id: "test/fails",
    replace: ["duty_free: 4000, taxable: 1000, duty_due: 130", "duty_free: 4000, taxable: 1000, duty_due: 131"],
    at: "it: {en: a second purchase",
    sentence:
      'Test "a second purchase uses what is left of the day" fails: "duty_due" is "130.00", "131.00" is expected',
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
    id: "expression/syntax",
    replace: [rate, "round_half_up(taxable * duty_rate"],
    at: "\n    source: N12/6\n  duty_due",
    sentence: 'Cannot read the expression at its end: ")" is expected to close "round_half_up("',
  },
  {
    id: "file/key",
    replace: [`is: ${rate}`, "iss: 1\n    is: 0"],
    at: "iss: 1",
    sentence: 'Cannot use the key "iss": "iss" is not a key of the rule "duty", the nearest is "is"',
  },
  {
    id: "file/key",
    replace: ["is: if duty <= minimum_charge then 0 else duty, source", "is: max(duty, minimum_charge), source"],
    at: "minimum_charge),",
    sentence:
      'Cannot use the key "minimum_charge)": the comma ended the value "max(duty", put the whole expression in quotes or in a block',
  },
  {
    id: "file/duplicate",
    replace: ["side: CN\n", "side: CN\nside: KZ\n"],
    at: "side: KZ",
    sentence: 'Cannot use the key "side" twice in one mapping',
  },
  {
    id: "file/forbidden",
    replace: ["zone: Asia/Shanghai", "zone: &z Asia/Shanghai"],
    at: "Asia/Shanghai",
    sentence: 'Cannot use the anchor "&z": a rulebook says each thing where it stands',
  },
  {
    id: "file/missing",
    replace: ["decides: passage\n", ""],
    at: "rulebook: demo",
    sentence: 'Cannot read a rulebook: its key "decides" is missing',
  },
  {
    id: "file/value",
    replace: ["is: 50 kg", "is: 50.0001 kg"],
    at: "50.0001 kg",
    sentence: 'Cannot read "50.0001 kg" as quantity g: it is not a whole number of g',
  },
  {
    id: "file/encoding",
    replace: ["decides: passage", "decides:\tpassage"],
    at: "\tpassage",
    sentence: "Cannot read the file: the character U+0009 is not allowed",
  },
  {
    id: "instrument/text",
    replace: ["text: instruments/n12.zh.md", "text: instruments/n13.zh.md"],
    at: "instruments/n13.zh.md",
    sentence: 'Cannot find the wording of "N12": no file "instruments/n13.zh.md" stands beside the rulebook',
  },
  {
    id: "say/names",
    replace: ['en: "Desk: {desk}."', 'en: "Desk: {desk}, {age}."'],
    at: '"Desk:',
    sentence: 'Cannot use the text of "desk" in en: it alone has "{age}"',
  },
  {
    id: "say/names",
    replace: ['en: "Desk: {desk}."', 'en: "Desk."'],
    at: '"Desk.',
    sentence: 'Cannot use the text of "desk" in en: it lacks "{desk}", which other languages have',
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
    id: "rule/dead",
    replace: ["outputs: [admission", '  extra: {type: integer, is: "0", source: N12/1}\noutputs: [admission'],
    at: "extra: {",
    sentence: 'Remove the rule "extra", or use it: no output needs it',
  },
  {
    id: "round/order",
    replace: [rate, "round_half_up(round_half_up(taxable * duty_rate) * duty_rate)"],
    at: "round_half_up(taxable",
    sentence: "Check that the law rounds twice here: this rounding stands inside another",
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
  {
    id: "test/coverage",
    replace: ["label: {en: Personal", "label: {en: Personal"],
    at: "< minimum_age",
    sentence: 'Row 1 of "admission" is hit by no test',
  },
  {
    id: "instrument/text",
    replace: ["sha256: ", "sha256: 00"],
    at: "00",
    after: "sha256: ",
    sentence:
      'Cannot trust the wording of "N12": the SHA-256 of "instruments/n12.zh.md" is 0e7df19ebe74734b83c0533ae5d7cc4d16d5fdac73ed4b2f303508e39aff7eb8',
  },
];
