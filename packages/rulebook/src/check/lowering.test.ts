import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileClosures } from "../compile/closures/compile-closures.ts";
import { toBigInt } from "../ir/integer.ts";
import { parseExpression } from "../parse/expression.ts";
import { evaluate, type Known, type Ratio, whole } from "../testing/exact-reference.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";

const facts = `  n: {type: integer, range: 0..10, ${label}}
  m: {type: integer, range: -5..5, ${label}}
  cny: {type: money CNY, range: -100..100, ${label}}
  spent: {type: money CNY, range: 1..50, ${label}}
  share: {type: rate, range: -100%..100%, ${label}}
  flag: {type: boolean, ${label}}`;
const parameters = `  duty: {type: rate, values: [{from: 2024-01-01, is: 13%, source: N/1}, {from: 2025-01-01, is: 2/37, source: N/1}]}
  tenth: {type: rate, values: [{from: 2024-01-01, is: 0.1, source: N/1}]}
  half: {type: rate, values: [{from: 2024-01-01, is: 50%, source: N/1}]}
  step: {type: money CNY, values: [{from: 2024-01-01, is: 0.25, source: N/1}]}
  five: {type: integer, values: [{from: 2024-01-01, is: 5, source: N/1}]}`;
const figures: ReadonlyMap<string, Ratio> = new Map([
  ["duty", { n: 13n, d: 100n }],
  ["tenth", { n: 1n, d: 10n }],
  ["half", { n: 1n, d: 2n }],
  ["step", whole(25n)],
  ["five", whole(5n)],
]);

const rounding = fc.constantFrom(
  "round_half_up",
  "round_half_even",
  "round_half_down",
  "round_up",
  "round_down",
  "floor",
  "ceiling",
);
const binary = (left: fc.Arbitrary<string>, sign: string, right: fc.Arbitrary<string>) =>
  fc.tuple(left, right).map(([a, b]) => `(${a} ${sign} ${b})`);
const called = (name: fc.Arbitrary<string>, ...values: fc.Arbitrary<string>[]) =>
  fc.tuple(name, fc.tuple(...values)).map(([callee, parts]) => `${callee}(${parts.join(", ")})`);

/** Expressions by type; `exact` stands only inside a rounding. */
const grammar = fc.letrec<Record<"money" | "exact" | "rate" | "integer" | "condition", string>>((tie) => {
  const { money, exact, rate, integer, condition } = Object.fromEntries(
    ["money", "exact", "rate", "integer", "condition"].map((name) => [name, tie(name as "money")]),
  ) as Record<string, fc.Arbitrary<string>>;
  const choose = (type: fc.Arbitrary<string>) =>
    fc.tuple(condition!, type, type).map(([test, a, b]) => `(if ${test} then ${a} else ${b})`);
  const extreme = (type: fc.Arbitrary<string>) => called(fc.constantFrom("min", "max"), type, type);
  const options = { depthSize: "small", withCrossShrink: true } as const;
  return {
    money: fc.oneof(
      options,
      fc.constantFrom("cny", "spent", "step"),
      binary(money!, "+", money!),
      binary(money!, "-", money!),
      binary(money!, "*", integer!),
      extreme(money!),
      choose(money!),
      called(fc.constant("abs"), money!),
      called(rounding, exact!),
      called(rounding, exact!, fc.constant("step")),
    ),
    exact: fc.oneof(
      options,
      binary(money!, "*", rate!),
      binary(money!, "*", rate!),
      binary(money!, "/", fc.constantFrom("five", "half", "(1 - tenth)", "duty")),
      binary(exact!, "+", money!),
      binary(money!, "-", exact!),
      binary(exact!, "*", fc.oneof(rate!, integer!)),
      fc.tuple(money!, money!).map(([a, b]) => `(${a} / spent * ${b})`),
    ),
    rate: fc.oneof(
      options,
      fc.constantFrom("duty", "tenth", "half", "share"),
      binary(fc.constant("1"), "-", rate!),
      binary(rate!, "+", fc.constantFrom("duty", "tenth")),
      choose(fc.constantFrom("duty", "half", "0", "1")).filter((text) => !/then [01] else [01]/.test(text)),
    ),
    integer: fc.oneof(
      options,
      fc.constantFrom("n", "m", "five", "1"),
      binary(integer!, "-", integer!),
      extreme(integer!),
    ),
    condition: fc.oneof(
      options,
      fc.constant("flag"),
      fc.tuple(money!, fc.constantFrom("<", "<=", "=", "!=", ">", ">="), money!).map((parts) => parts.join(" ")),
      fc.tuple(money!, fc.constantFrom("<", ">="), rate!).map(([a, sign, b]) => `${a} / spent ${sign} ${b}`),
      condition!.map((test) => `not(${test})`),
    ),
  };
});

const event = fc.record({
  n: fc.nat(10),
  m: fc.integer({ min: -5, max: 5 }),
  cny: fc.integer({ min: -10_000, max: 10_000 }),
  spent: fc.integer({ min: 100, max: 5_000 }),
  share: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  flag: fc.boolean(),
});

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function namesOf({ share, flag, ...integers }: Event): ReadonlyMap<string, Known> {
  const names = new Map<string, Known>([...figures, ["share", { n: BigInt(share), d: 1_000_000n }], ["flag", flag]]);
  for (const [name, value] of Object.entries(integers)) names.set(name, whole(BigInt(value)));
  return names;
}

test("what an expression is lowered to has the value and the bounds of its exact meaning", () => {
  let checked = 0;
  const property = fc.property(grammar.money, fc.array(event, { minLength: 5, maxLength: 5 }), (text, events) => {
    const rules = `  result:\n    type: money CNY\n    source: N/1\n    is: |\n      ${text}`;
    const { rulebook, errors } = checkSmall({ facts, parameters, rules });
    fc.pre(!errors.some(({ id }) => id === "bound/overflow"));
    assert.deepEqual(errors, []);
    const decide = compileClosures(rulebook);
    const syntax = parseExpression(text, () => ({ file: "", line: 1, column: 1 }));
    const bounds = rulebook.rules[0]!.bounds!;
    for (const values of events) {
      const expected = evaluate(syntax, namesOf(values)) as Ratio;
      const decision = decide(values, {}, { law: 19_800, legal: 19_800 });
      assert.equal(decision.kind, "decided");
      if (decision.kind !== "decided") return;
      assert.equal(BigInt(decision.outputs.result as number) * expected.d, expected.n, text);
      assert.ok(expected.n >= toBigInt(bounds.min) * expected.d && expected.n <= toBigInt(bounds.max) * expected.d);
      checked += 1;
    }
  });
  fc.assert(property, { numRuns: 250 });
  assert.ok(checked > 1000, `only ${checked} values were compared`);
});
