import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Random } from "./random.ts";
import { checkSmall, label } from "./small-rulebook.ts";

const words = label.slice("label: ".length);
const codes = `  kind: {a: ${words}, b: ${words}, c: ${words}}`;
const facts = `  n: {type: integer, range: 0..40, ${label}}
  m: {type: integer, range: -20..20, ${label}}
  big: {type: integer, range: -9007199254740993..9007199254740993, ${label}}
  cny: {type: money CNY, range: 0..1000, ${label}}
  owed: {type: money CNY, range: -500..500, ${label}}
  flag: {type: boolean, ${label}}
  home: {type: country, ${label}}
  kind: {type: code kind, ${label}}
  born: {type: day, ${label}}
  maybe: {type: integer, range: 1..9, optional: true, ${label}}
  paper: {type: text, optional: true, ${label}}`;
const parameters = `  duty: {type: rate, values: [{from: 2024-01-01, is: 13%, source: N/1}, {from: 2025-01-01, is: 2/37, source: N/1}]}
  half: {type: rate, values: [{from: 2024-01-01, is: 0.5, source: N/1}]}
  limit: {type: money CNY, by: home, values: [{from: 2024-01-01, CN: 80, KZ: 50, other: 30, source: N/1}, {from: 2025-06-01, CN: 100, source: N/1, KZ: 50, other: 30}]}
  step: {type: money CNY, values: [{from: 2024-01-01, is: 0.05, source: N/1}]}
  seven: {type: integer, values: [{from: 2024-01-01, is: 7, source: N/1}, {from: 2024-07-01, is: 9, source: N/1}]}
  dark: {type: integer, values: [{from: 2024-01-01, is: unknown, source: N/1}, {from: 2024-07-01, is: 3, source: N/1}]}
  dim: {type: money CNY, by: kind, values: [{from: 2024-01-01, a: 5, b: unknown, c: 1, source: N/1}]}`;
const counters = `  used: {kind: facts, sum: cny, per: [person, legal_day], range: 0..1000, source: N/1}`;

const types = ["integer", "money CNY", "boolean", "code kind", "day"] as const;
type Type = (typeof types)[number];
type Known = { readonly name: string; readonly type: Type };
const known: readonly Known[] = [
  ...["n", "m", "big", "seven", "dark"].map((name) => ({ name, type: "integer" as const })),
  ...["cny", "owed", "limit", "dim", "used"].map((name) => ({ name, type: "money CNY" as const })),
  { name: "flag", type: "boolean" },
  { name: "kind", type: "code kind" },
  { name: "born", type: "day" },
];

/** Tries until a rulebook of a few rules passes every check. */
export function generateRulebook(random: Random): CheckedRulebook {
  for (;;) {
    const names: Known[] = [...known];
    const rules: string[] = [];
    const count = 2 + random.below(5);
    for (let index = 0; index < count; index++) {
      const rule = { name: `r${index}`, type: random.pick(types) };
      rules.push(random.chance(0.35) ? tableRule(rule, names, random) : formulaRule(rule, names, random));
      names.push(rule);
    }
    const outputs = names.slice(known.length).map(({ name }) => name);
    const { rulebook, errors } = checkSmall({
      clock: `{zone: Asia/Shanghai, law: event, end_of_month: ${random.pick(["up", "down", "reject"])}}`,
      codes,
      facts,
      parameters,
      counters,
      rules: rules.join("\n"),
      outputs: outputs.filter((_, index) => index === outputs.length - 1 || random.chance(0.7)).join(", "),
    });
    if (errors.length === 0) return rulebook;
  }
}

function formulaRule({ name, type }: Known, names: readonly Known[], random: Random): string {
  const body = () => expression(type, names, 3, random);
  if (random.chance(0.8)) return `  ${name}:\n    type: ${type}\n    source: N/1\n    is: |\n      ${body()}`;
  const version = (from: string) => `      - from: ${from}\n        source: N/1\n        is: |\n          ${body()}`;
  return `  ${name}:\n    type: ${type}\n    versions:\n${version("2024-01-01")}\n${version("2025-03-01")}`;
}

function tableRule({ name, type }: Known, names: readonly Known[], random: Random): string {
  const policies =
    type === "integer" || type === "money CNY"
      ? ["first", "unique", "collect sum", "collect min", "collect max"]
      : ["first", "unique"];
  const hit = random.pick(policies);
  const output = () => expression(type, names, 2, random).replaceAll("|", "");
  const cell = {
    kind: () => random.pick(['"a"', '"b", "c"', "-", 'not("a")']),
    n: () => random.pick(["< seven", ">= seven", "[1..seven)", "(0..seven]", "-", "0, seven"]),
    maybe: () => random.pick(["missing", "present", "-", "> seven"]),
  };
  const rows =
    hit === "unique"
      ? ['"a"', '"b"', '"c"'].map((kind) => `${kind} | - | - | ${output()} | N/1`)
      : Array.from(
          { length: 1 + random.below(4) },
          () => `${cell.kind()} | ${cell.n()} | ${cell.maybe()} | ${output()} | N/1`,
        );
  const last = hit === "first" ? [`- | - | - | ${output()} | N/1`] : [];
  const table = [`kind | n | maybe | => ${name} | source`, ...rows, ...last].map((row) => `      ${row}`).join("\n");
  return `  ${name}:\n    type: ${type}\n    hit: ${hit}\n    table: |\n${table}`;
}

/** An expression of the type; nothing here knows bounds, so some are refused by the checker. */
function expression(type: Type, names: readonly Known[], depth: number, random: Random): string {
  const again = (of: Type) => expression(of, names, depth - 1, random);
  const leaf = () =>
    random.pick([...names.filter((each) => each.type === type).map(({ name }) => name), ...literals[type]]);
  if (depth === 0 || random.chance(0.15)) return leaf();
  if (random.chance(0.2)) return `(if ${again("boolean")} then ${again(type)} else ${again(type)})`;
  switch (type) {
    case "boolean":
      return booleanText(again, random);
    case "integer":
      return random.pick([
        () => `(${again(type)} ${random.pick(["+", "-", "*"])} ${again(type)})`,
        () => `${random.pick(["min", "max"])}(${again(type)}, ${again(type)})`,
        () => `abs(${again(type)})`,
        () => `default(maybe, ${again(type)})`,
        () => `${random.pick(modes)}(${again(type)} / seven)`,
        () => `${random.pick(["days_between", "years_between"])}(${again("day")}, ${again("day")})`,
      ])();
    case "money CNY":
      return random.pick([
        () => `(${again(type)} ${random.pick(["+", "-"])} ${again(type)})`,
        () => `(${again(type)} * ${again("integer")})`,
        () => `${random.pick(["min", "max"])}(${again(type)}, ${again(type)})`,
        () => `${random.pick(modes)}(${again(type)} * ${random.pick(["duty", "half", "(1 - duty)"])})`,
        () => `${random.pick(modes)}(${again(type)} * duty, step)`,
        () => `${random.pick(modes)}(${again(type)} / (1 - duty))`,
      ])();
    case "day":
      return random.pick([
        () => `(${again(type)} + n)`,
        () => `add_months(${again(type)}, n)`,
        () => `add_years(${again(type)}, seven)`,
        () => "legal_day",
      ])();
    case "code kind":
      return leaf();
  }
}

const modes = ["round_half_up", "round_half_even", "round_half_down", "round_up", "round_down", "floor", "ceiling"];
const literals = {
  integer: ["0", "1"],
  "money CNY": ["0"],
  boolean: ["true", "false"],
  "code kind": ['"a"', '"b"'],
  day: ["legal_day"],
};

function booleanText(again: (of: Type) => string, random: Random): string {
  const comparison = random.pick(["=", "!=", "<", "<=", ">", ">="]);
  return random.pick([
    () => `(${again("integer")} ${comparison} ${again("integer")})`,
    () => `(${again("money CNY")} ${comparison} ${again("money CNY")})`,
    () => `(${again("day")} ${comparison} ${again("day")})`,
    () => `(${again("code kind")} = ${again("code kind")})`,
    () => `(home ${random.pick(["=", "!="])} "KZ")`,
    () => `(${again("boolean")} ${random.pick(["and", "or"])} ${again("boolean")})`,
    () => `not(${again("boolean")})`,
    () => `(present(maybe) and maybe > seven)`,
    () => `present(paper)`,
    () =>
      `(${again("integer")} in ${random.pick(["[", "("])}${random.pick(["0", "seven"])}..${random.pick(["seven", "n"])}${random.pick(["]", ")"])})`,
    () => `(cny / limit ${comparison} duty)`,
  ])();
}
