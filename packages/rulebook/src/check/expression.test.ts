import assert from "node:assert/strict";
import { test } from "node:test";
import type { Expression } from "../ir/expression.ts";
import type { Rule } from "../ir/rule.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";

const words = label.slice("label: ".length);
const codes = `  kind: {a: ${words}, b: ${words}}\n  colour: {a: ${words}}`;
const facts = `  n: {type: integer, range: 0..10, ${label}}
  m: {type: integer, range: -5..5, ${label}}
  cny: {type: money CNY, range: 0..100, ${label}}
  spent: {type: money CNY, range: 1..50, ${label}}
  kzt: {type: money KZT, range: 0..100, ${label}}
  mass: {type: quantity g, range: 0..2 kg, ${label}}
  share: {type: rate, range: 0%..100%, ${label}}
  flag: {type: boolean, ${label}}
  name: {type: text, ${label}}
  home: {type: country, ${label}}
  kind: {type: code kind, ${label}}
  colour: {type: code colour, ${label}}
  born: {type: day, ${label}}
  maybe: {type: integer, range: 1..9, optional: true, ${label}}`;
const parameters = `  duty: {type: rate, values: [{from: 2024-01-01, is: 13%, source: N/1}, {from: 2025-01-01, is: 2/37, source: N/1}]}
  tenth: {type: rate, values: [{from: 2024-01-01, is: 0.1, source: N/1}]}
  course: {type: exchange CNY KZT, values: [{from: 2024-01-01, is: 72.5, source: N/1}]}
  ten: {type: money CNY, values: [{from: 2024-01-01, is: 10, source: N/1}]}
  kilo: {type: quantity g, values: [{from: 2024-01-01, is: 1 kg, source: N/1}]}
  per_kilo: {type: money CNY, values: [{from: 2024-01-01, is: 4, source: N/1}]}
  cent: {type: rate, values: [{from: 2024-01-01, is: 1%, source: N/1}]}
  five: {type: integer, values: [{from: 2024-01-01, is: 5, source: N/1}]}`;

function check(
  type: string,
  expression: string,
  clock?: string,
): { rule: Rule | undefined; errors: readonly string[] } {
  const rules = `  result:\n    type: ${type}\n    source: N/1\n    is: |\n      ${expression}`;
  const { rulebook, errors } = checkSmall({ codes, facts, parameters, rules, ...(clock && { clock }) });
  return { rule: rulebook.rules[0], errors: errors.map(({ id, sentence }) => `${id}: ${sentence}`) };
}

function boundsOf(type: string, expression: string): string {
  const { rule, errors } = check(type, expression);
  assert.deepEqual(errors, [], expression);
  const over = rule!.type.kind === "rate" ? ` over ${rule!.type.over}` : "";
  return rule!.bounds === undefined ? "" : `${rule!.bounds.min}..${rule!.bounds.max}${over}`;
}

function nodeOf(type: string, expression: string): Expression {
  const { rule, errors } = check(type, expression);
  assert.deepEqual(errors, [], expression);
  const { body } = rule!.versions[0]!;
  assert.equal(body.kind, "is");
  return (body as Extract<typeof body, { kind: "is" }>).expression;
}

test("expressions have the types of the table of types, and proven bounds", () => {
  const cases: [type: string, expression: string, bounds: string][] = [
    ["integer", "n + m", "-5..15"],
    ["integer", "n - m * five", "-25..35"],
    ["integer", "m * m", "-25..25"],
    ["integer", "abs(m)", "0..5"],
    ["integer", "min(n, five)", "0..5"],
    ["integer", "max(0, m)", "0..5"],
    ["money CNY", "cny - ten", "-1000..9000"],
    ["money CNY", "ten * n", "0..10000"],
    ["money CNY", "if flag then cny else 0", "0..10000"],
    ["quantity g", "mass + kilo", "1000..3000"],
    ["rate", "duty", "200..481 over 3700"],
    ["rate", "1 - duty", "3219..3500 over 3700"],
    ["rate", "duty + tenth", "570..851 over 3700"],
    ["rate", "duty * tenth", "200..481 over 37000"],
    ["rate", "if flag then tenth else 1", "1..10 over 10"],
    ["day", "born + n", "-25567..84015"],
    ["integer", "days_between(born, legal_day) + 1", "-109571..109573"],
    ["integer", "born - born", "-109572..109572"],
    ["integer", "default(maybe, 0)", "0..9"],
    ["boolean", "cny / spent > tenth", ""],
    ["boolean", "tenth <= n / five", ""],
    ["boolean", "cny in [0..ten)", ""],
    ["boolean", 'home = "KZ" or kind = "b" or name != "x"', ""],
    ["boolean", "duty = tenth", ""],
    ["boolean", 'born < @"2000-01-01"', ""],
    ["country", 'if flag then home else "XX"', ""],
    ["code kind", 'if flag then "a" else "b"', ""],
    ["day", "add_months(born, n)", "-25568..84316"],
    ["day", "add_months(born, m)", "-25723..84161"],
    ["day", "add_years(born, n)", "-25568..87666"],
    ["day", "add_years(born, m)", "-27398..85836"],
    ["integer", "years_between(born, legal_day)", "-302..301"],
    ["integer", "abs(m - five - 1)", "1..11"],
    ["integer", "abs(0 - n)", "0..10"],
    ["integer", "abs(min(m, 1))", "0..5"],
    ["integer", "abs(max(m, 0 - 1))", "0..5"],
    ["integer", "min(n, m)", "-5..5"],
    ["integer", "max(n, m)", "0..10"],
    ["integer", "n * (m - five)", "-100..0"],
    ["boolean", "0 / spent < tenth", ""],
  ];
  for (const [type, expression, bounds] of cases) assert.equal(boundsOf(type, expression), bounds, expression);
});

test("a rounding takes exact amounts of every kind", () => {
  const cases: [type: string, expression: string, bounds: string][] = [
    ["money CNY", "round_half_up(cny * duty)", "0..1300"],
    ["money CNY", "round_down(cny * duty - spent * tenth + ten)", "500..2290"],
    ["money CNY", "round_half_up(cny / (1 - tenth))", "0..11112"],
    ["money KZT", "round_half_even(cny * course)", "0..725000"],
    ["money CNY", "round_half_even(kzt / course)", "0..138"],
    ["money CNY", "round_up(mass / kilo * per_kilo)", "0..800"],
    ["money CNY", "round_half_up(cny * duty, ten)", "0..2000"],
    ["integer", "floor(mass / kilo)", "0..2"],
    ["integer", "ceiling(n * tenth)", "0..1"],
    ["integer", "round_down(n / five)", "0..2"],
    ["rate", "round_half_up(spent / (spent + cny), cent)", "0..5000 over 100"],
    ["quantity g", "round_half_down(mass * share)", "0..2000"],
  ];
  for (const [type, expression, bounds] of cases) assert.equal(boundsOf(type, expression), bounds, expression);
});

test("a rounding is lowered to one fraction of integers", () => {
  const round = nodeOf("money CNY", "round_half_up(cny * duty + spent * tenth)");
  assert.ok(round.kind === "round" && round.numerator.kind === "add" && round.divisor.kind === "literal");
  assert.equal(round.divisor.value, 3700);
  assert.deepEqual([round.numerator.left.kind, round.numerator.right.kind], ["multiply", "scale"]);
  const stepped = nodeOf("rate", "round_half_up(spent / spent, cent)");
  assert.ok(stepped.kind === "round" && stepped.step !== undefined);
  assert.deepEqual(stepped.type, { kind: "rate", over: 100 });
});

test("a rounding is wide from the bound on which its working leaves 2^53", () => {
  const wide = (range: string) => {
    const rules = "  result: {type: money CNY, source: N/1, is: round_half_up(big * tenth)}";
    const big = `  big: {type: money CNY, range: ${range}, ${label}}`;
    const { rulebook, errors } = checkSmall({ facts: big, parameters, rules });
    assert.deepEqual(errors, []);
    const { body } = rulebook.rules[0]!.versions[0]!;
    return body.kind === "is" && body.expression.kind === "round" && body.expression.wide;
  };
  // 2 N + 2 D <= 2^53 - 1 with D = 10: N <= 4503599627370485 minor units.
  assert.equal(wide("0..45035996273704.85"), false);
  assert.equal(wide("0..45035996273704.86"), true);
});

test("what a condition says is known in its branches", () => {
  const cases: [type: string, expression: string, bounds: string][] = [
    ["integer", "if m > 0 then round_down(n / m) else 0", "0..10"],
    ["integer", "if m <= 0 then 1 else m", "1..5"],
    ["integer", "if n != 0 then n else 1", "1..10"],
    ["integer", "if not(n = 0) and flag then n else 1", "1..10"],
    ["integer", "if n = 0 or flag then 1 else n", "1..10"],
    ["integer", "if n in [1..five] then n else 1", "1..5"],
    ["integer", "if 1 < n then n else 1", "1..10"],
    ["integer", "if n < five then n else 0", "0..4"],
    ["integer", "if five > n then n else 0", "0..4"],
    ["integer", "if five < n then n else five", "5..10"],
    ["integer", "if five >= n then n else five", "0..5"],
    ["integer", "if m != five then m else 0", "-5..4"],
    ["integer", "if m != 0 then m else 1", "-5..5"],
    ["integer", "if m > n then m else 0", "0..5"],
    ["integer", "if n < m then n else 0", "0..4"],
    ["integer", "if m >= n then m else 1", "0..5"],
    ["integer", "if n < 0 then n else 1", "0..10"],
    ["integer", "if n in (1..five) then n else 1", "1..4"],
    ["integer", "if n in (0..five] then n else 1", "1..5"],
    ["integer", "if not(n in [1..five]) then 1 else n", "1..5"],
    ["integer", "if n in [1..five] then 1 else n", "0..10"],
    ["integer", "if n < 1 or n > five then 1 else n", "1..5"],
    ["integer", "if n < 1 and flag then 1 else n", "0..10"],
    ["day", "if legal_day < born then born else legal_day", "-25567..84005"],
    ["integer", "if five <= n then n else five", "5..10"],
    ["integer", "if n >= five then five else n", "0..5"],
    ["integer", "if n = five then n else five", "5..5"],
    ["integer", "if legal_day >= born then 1 else n", "0..10"],
    ["integer", "if present(maybe) then maybe else 0", "0..9"],
    ["integer", "if not(present(maybe)) then 0 else maybe", "0..9"],
    ["boolean", "present(maybe) and maybe = n", ""],
    ["boolean", "not(present(maybe)) or maybe > n", ""],
  ];
  for (const [type, expression, bounds] of cases) assert.equal(boundsOf(type, expression), bounds, expression);
});

test("unlike things do not mix", () => {
  const cases: [type: string, expression: string, error: string][] = [
    [
      "money CNY",
      "cny + kzt",
      "type/currency: Cannot add money CNY and money KZT: convert it with a dated exchange parameter",
    ],
    ["money CNY", "cny * mass", "type/mismatch: Cannot multiply money CNY and quantity g"],
    ["money CNY", "cny + n", "type/mismatch: Cannot add money CNY and integer"],
    [
      "money CNY",
      "cny + 1",
      "figure/literal: Cannot use the number 1 as money CNY: make it a parameter, so that it is dated and cited",
    ],
    ["integer", "cny", "type/mismatch: Cannot use money CNY as integer"],
    ["boolean", "flag < flag", "type/mismatch: Cannot order values of type boolean: they are only equal or not"],
    ["boolean", "kind = colour", "type/code: Cannot compare code kind and code colour: they are different lists"],
    ["boolean", "n", "type/mismatch: Cannot use integer as boolean"],
    ["integer", "if n then 1 else 0", "type/mismatch: Cannot use integer as boolean"],
    ["integer", "if flag then n else cny", "type/branches: Cannot choose between integer and money CNY"],
    [
      "money KZT",
      "round_up(kzt * course)",
      "type/currency: Cannot convert money KZT with an exchange rate of CNY and KZT: money CNY is expected",
    ],
    ["day", "born + born", "type/mismatch: Cannot add day and day"],
    ["boolean", "name + name = name", "type/mismatch: Cannot add text and text"],
    ["boolean", 'kind = "c"', 'type/code: Cannot use "c" as code kind: the list has no such code'],
    ["boolean", 'home = "KX"', 'type/code: Cannot use "KX" as country: ISO 3166-1 has no such country'],
    ["boolean", 'n = "a"', 'type/mismatch: Cannot use the text "a" as integer'],
    ["integer", "min(n, cny)", "type/mismatch: Cannot compare integer and money CNY"],
    [
      "integer",
      "if present(n) then 0 else 1",
      'type/mismatch: Cannot ask whether "n" is present: it is not an optional fact',
    ],
    ["integer", "maybe", "optional/unguarded"],
    ["boolean", "maybe = n or present(maybe)", "optional/unguarded"],
    ["boolean", "present(maybe) or maybe = n", "optional/unguarded"],
    ["money CNY", "cny * duty", "round/missing"],
    ["money CNY", "if flag then cny * duty else 0", "round/missing"],
    ["money CNY", "round_up(max(cny * duty, ten))", "round/missing"],
    ["integer", "n / five", "round/missing"],
    ["integer", "round_down(n / m)", "bound/divisor"],
    ["integer", "round_down(five / n)", "bound/divisor"],
    ["money CNY", "round_up(cny * duty, kilo)", "type/mismatch"],
    ["integer", "round_up(n, m)", "bound/divisor"],
    ["integer", "round_up(flag)", "type/mismatch: Cannot round boolean: an amount is expected"],
    ["integer", "min(n)", 'expression/syntax: Cannot call "min" with 1 values: 2 or more expected'],
    ["integer", "minimum(n, m)", 'name/unknown: Cannot call "minimum": there is no such function'],
    ["integer", "round(n)", "name/unknown"],
    ["integer", "n + 2", "figure/literal"],
    ["rate", "0.13", "figure/literal"],
    ["rate", "default(share, duty)", "type/mismatch"],
    ["boolean", "cny / mass > duty", "type/mismatch: Cannot divide money CNY and quantity g"],
    ["boolean", "cny / spent > ten", "type/mismatch"],
    ["integer", "floor", 'expression/syntax: Cannot use "floor" as a value: it is a function, write "floor(…)"'],
    ["day", 'born + @"2025-02-30"', "type/mismatch"],
  ];
  for (const [type, expression, error] of cases) {
    const { errors } = check(type, expression);
    assert.ok(
      errors.some((found) => found.startsWith(error)),
      `${expression}: ${errors.join("\n") || "no error"}`,
    );
  }
});

test("months and years need the clock's rule for the end of a month", () => {
  const clock = "{zone: Asia/Almaty, law: event}";
  for (const expression of ["years_between(born, legal_day)", "n * years_between(born, born)"]) {
    assert.deepEqual(check("integer", expression).errors, []);
    assert.match(check("integer", expression, clock).errors[0]!, /^date\/end-of-month: /);
  }
});

test("a bound beyond 64 bits is refused where it arises", () => {
  const rules = (power: number) =>
    `  result: {type: integer, source: N/1, is: ${Array(power).fill("big").join(" * ")}}`;
  const big = `  big: {type: integer, range: 0..2097152, ${label}}`;
  const found = (power: number) => checkSmall({ facts: big, rules: rules(power) }).errors.map(({ id }) => id);
  assert.deepEqual(found(2), []);
  assert.deepEqual(found(3), ["bound/overflow"]);
});

test("a rate whose scale leaves 64 bits is refused", () => {
  const rates = ["0.0000000001", "1/10000000019", "0.1"].map(
    (is, index) => `  r${index}: {type: rate, values: [{from: 2024-01-01, is: ${is}, source: N/1}]}`,
  );
  const found = (is: string) => {
    const rules = `  result: {type: rate, source: N/1, is: ${is}}`;
    return [...new Set(checkSmall({ parameters: rates.join("\n"), rules }).errors.map(({ id }) => id))];
  };
  assert.deepEqual(found("r0 * r2"), []);
  assert.deepEqual(found("r0 * r1"), ["bound/overflow"]);
  assert.deepEqual(found("r0 + r1"), ["bound/overflow"]);
});

test("an integer beyond 2^53 keeps its bound exactly", () => {
  const big = `  big: {type: integer, range: 0..9007199254740991, ${label}}`;
  const { rulebook } = checkSmall({ facts: big, rules: "  result: {type: integer, source: N/1, is: big + 1}" });
  assert.deepEqual(rulebook.rules[0]!.bounds, { min: 1, max: "9007199254740992" });
});

test("a rounding of what is whole already is warned of, and of nothing else", () => {
  const warned = (is: string, type = "integer") => {
    const parts = {
      facts: `  n: {type: integer, range: 0..9, ${label}}\n  paid: {type: money CNY, range: 0..9, ${label}}`,
      parameters: `  few: {type: integer, values: [{from: 2024-01-01, is: 4, source: N/1}]}
  tax: {type: rate, values: [{from: 2024-01-01, is: 13%, source: N/1}]}`,
      rules: `  result: {type: ${type}, is: ${is}, source: N/1}`,
    };
    return checkSmall(parts).warnings.filter(({ id }) => id === "round/order").length;
  };
  assert.deepEqual([warned("round_half_up(n)"), warned("round_half_up(paid)", "money CNY")], [1, 1]);
  assert.deepEqual([warned("round_half_up(n / few)"), warned("round_half_up(paid * tax)", "money CNY")], [0, 0]);
});
