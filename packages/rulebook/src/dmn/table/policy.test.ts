import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../testing/ask.ts";
import { output, table } from "../testing/small-model.ts";

const age: readonly (readonly [string, string])[] = [["age", "number"]];
const rows = [">= 18 => 5", ">= 12 => 3", "< 12 => 3", "> 100 => 1"];

/** The table's result for an age, by hit policy. */
function decide(
  policy: string,
  given: number,
  outputs = [output('typeRef="number"', "1, 3, 5")],
  lines = rows,
): string {
  const xml = table(policy, age, outputs, lines);
  return ask({ inputs: { age: "number" }, decisions: { result: { is: { xml } } } }, { age: given });
}

test("each hit policy joins its rules as DMN 1.5 says", () => {
  assert.equal(decide('hitPolicy="UNIQUE"', 15), "3");
  assert.equal(decide("", 15), "3");
  assert.equal(decide('hitPolicy="FIRST"', 20), "5");
  assert.equal(decide('hitPolicy="ANY"', 15), "3");
  assert.equal(decide('hitPolicy="PRIORITY"', 20), "3");
  assert.equal(decide('hitPolicy="PRIORITY"', 120), "1");
  assert.equal(decide('hitPolicy="OUTPUT ORDER"', 120), "[1, 3, 5]");
  assert.equal(decide('hitPolicy="RULE ORDER"', 120), "[5, 3, 1]");
  assert.equal(decide('hitPolicy="COLLECT"', 120), "[5, 3, 1]");
  assert.equal(decide('hitPolicy="COLLECT" aggregation="SUM"', 120), "9");
  assert.equal(decide('hitPolicy="COLLECT" aggregation="MIN"', 120), "1");
  assert.equal(decide('hitPolicy="COLLECT" aggregation="MAX"', 120), "5");
  assert.equal(decide('hitPolicy="COLLECT" aggregation="COUNT"', 120), "3");
});

test("several rules where one is promised give no answer", () => {
  assert.equal(decide('hitPolicy="UNIQUE"', 20), "no answer: a UNIQUE table where several rules hold");
  assert.equal(decide('hitPolicy="ANY"', 20), "no answer: an ANY table with two outputs");
});

test("where no rule holds there is the default, else null for one result and no answer for several", () => {
  const none = ["> 1 => 7"];
  const plain = [output('typeRef="number"')];
  assert.equal(decide('hitPolicy="UNIQUE"', 0, plain, none), "null");
  assert.equal(decide('hitPolicy="FIRST"', 0, [output("", undefined, "9")], none), "9");
  assert.equal(decide('hitPolicy="COLLECT" aggregation="SUM"', 0, [output("", undefined, "0")], none), "0");
  assert.equal(
    decide('hitPolicy="COLLECT" aggregation="SUM"', 0, plain, none),
    "no answer: COLLECT SUM where no rule holds",
  );
  assert.equal(
    decide('hitPolicy="COLLECT"', 0, plain, none),
    "no answer: a table of several results where no rule holds",
  );
});

test("several outputs make a context, ordered by the columns that have an order", () => {
  const outputs = [output('name="a" typeRef="number"', "2, 1"), output('name="b" typeRef="string"')];
  const lines = ['- => 1 | "x"', '> 1 => 2 | "y"'];
  assert.equal(decide('hitPolicy="OUTPUT ORDER"', 2, outputs, lines), '[{a: 2, b: "y"}, {a: 1, b: "x"}]');
  assert.equal(decide('hitPolicy="PRIORITY"', 0, outputs, lines), '{a: 1, b: "x"}');
  const tie = ['- => 1 | "x"', '> 1 => 1 | "y"'];
  assert.equal(decide('hitPolicy="PRIORITY"', 2, outputs, tie), "no answer: outputs of one priority that differ");
});

test("tables that have no certain meaning are refused at load", () => {
  const reasons: readonly (readonly [string, string])[] = [
    [decide('hitPolicy="BEST"', 1), 'the hit policy "BEST"'],
    [decide('hitPolicy="FIRST" aggregation="SUM"', 1), 'the hit policy "FIRST SUM"'],
    [decide('hitPolicy="PRIORITY"', 1, [output()]), "PRIORITY without output values"],
    [
      decide('hitPolicy="COLLECT" aggregation="SUM"', 1, [output()], ['- => "a"']),
      "COLLECT SUM of what are no numbers",
    ],
    [decide("", 1, [output()], ["- | - => 1"]), "a table of uneven rules"],
    [decide("", 1, [output()], ["- => 1 | 2"]), "a table of uneven rules"],
    [decide("", 1, [output(), output()], ["- => 1 | 2"]), "an output without a name"],
    [decide("", 1, [output()], ["- => 1", '- => "a"']), "outputs of different types: number and string"],
    [decide("", 1, [output('typeRef="string"')], ["- => 1"]), "a result of type number declared as string"],
    [decide("", 1, [output()], ['"a" => 1']), "comparing number with string"],
    [decide("", 1, [output()], ["? > 1 => 1"]), "tests with ?"],
    [decide("", 1, [output()], [" => 1"]), "a table of uneven rules"],
    [decide("", 1, [output("", "1, 1")], ["- => 1"]), "output values that name one value twice"],
  ];
  for (const [given, reason] of reasons) assert.equal(given, `outside the profile: ${reason}`);
});

test("cells hold for their values alone", () => {
  const cell = (text: string, given: unknown, type = "number") => {
    const xml = table("", [["x", type]], [output()], [`${text} => true`]);
    return ask({ inputs: { x: type }, decisions: { result: { is: { xml } } } }, { x: given });
  };
  assert.equal(cell("1, 3", 3), "true");
  assert.equal(cell("not(1, 3)", 3), "null");
  assert.equal(cell("not(1, 3)", 2), "true");
  assert.equal(cell("[1..3)", 3), "null");
  assert.equal(cell("]1..3]", 3), "true");
  assert.equal(cell("-3", -3), "true");
  assert.equal(cell("null", null), "true");
  assert.equal(cell("not(null)", null), "null");
  assert.equal(cell("not(null, 1)", 2), "true");
  assert.equal(cell("not(1)", null), "no answer: null in a cell with not(…)");
  assert.equal(cell("< 3", null), "null");
  assert.equal(cell("-", null), "true");
  assert.equal(cell('< date("2025-01-01")', "@2024-12-31", "date"), "true");
  assert.equal(cell("true", true, "boolean"), "true");
  assert.equal(cell("not(true)", false, "boolean"), "true");
});

test("a value outside the values of its column gives no answer", () => {
  const input =
    '<input><inputExpression typeRef="string"><text>x</text></inputExpression><inputValues><text>"a"</text></inputValues></input>';
  const rule = "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>";
  const xml = `<decisionTable>${input}<output/>${rule}</decisionTable>`;
  const model = { inputs: { x: "string" }, decisions: { result: { is: { xml } } } };
  assert.equal(ask(model, { x: "a" }), "1");
  assert.equal(ask(model, { x: "b" }), "no answer: a value that its column does not allow");
  assert.equal(decide("", 20, [output("", "1")], ["- => 5"]), "no answer: an output that its column does not allow");
});
