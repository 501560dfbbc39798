import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../testing/ask.ts";
import { definitions, knowledge, modelSpace, output, smallModel, table } from "../testing/small-model.ts";
import { requirementDepthMax } from "./graph.ts";
import { loadDmn } from "./load.ts";

const outside = (reason: string) => `outside the profile: ${reason}`;

test("a decision reads inputs, other decisions and functions", () => {
  const model = {
    inputs: { "Monthly Pay": "number" },
    decisions: { Year: { type: "number", is: "12 * Monthly Pay" }, Net: { is: "after(Year, 0.13)", uses: ["after"] } },
    extra: knowledge("after", { sum: "number", share: "number" }, "sum - round half up(sum * share, 2)"),
  };
  assert.equal(ask(model, { "Monthly Pay": 10.01 }), "104.5");
});

test("a function may be a table, and may be called in a box", () => {
  const xml = table("", [["kind", "string"]], [output('typeRef="number"')], ['"a" => 1', 'not("a") => 2']);
  const call = `<invocation><literalExpression><text>rate</text></literalExpression>
    <binding><parameter name="kind"/><literalExpression><text>"b"</text></literalExpression></binding></invocation>`;
  const extra = knowledge("rate", { kind: "string" }, { xml });
  assert.equal(ask({ decisions: { r: { is: { xml: call }, uses: ["rate"] } }, extra }), "2");
  assert.equal(ask({ decisions: { r: { is: { xml: call } } }, extra }), outside('the function "rate"'));
});

test("one decision outside the profile is refused with all that require it, the others are ready", () => {
  const loaded = loadDmn(
    smallModel({ decisions: { good: { is: "1" }, bad: { is: "for x in [1] return x" }, after: { is: "bad" } } }),
  );
  assert.equal(loaded.kind, "model");
  const kinds =
    loaded.kind === "model" &&
    [...loaded.decisions].map(([name, each]) => [name, each.kind === "refused" ? each.reason : each.kind]);
  assert.deepEqual(kinds, [
    ["good", "ready"],
    ["bad", outside("for-loops")],
    ["after", outside("for-loops")],
  ]);
});

test("constructs of DMN that the profile leaves out are named", () => {
  const logic = (xml: string) => ask({ decisions: { r: { is: { xml } } } });
  assert.equal(logic("<context/>"), outside("boxed contexts"));
  assert.equal(logic("<relation/>"), outside("relations"));
  assert.equal(logic("<for/>"), outside("boxed for-loops"));
  assert.equal(logic("<strange/>"), outside('the element "strange"'));
  assert.equal(logic(""), outside('the decision "r" without logic'));
  assert.equal(logic("<context/><list/>"), outside('"list" beside "context"'));
  assert.equal(
    logic('<literalExpression expressionLanguage="urn:js"><text>1</text></literalExpression>'),
    outside('the expression language "urn:js"'),
  );
  assert.equal(ask(definitions('<import namespace="urn:x"/>')), outside("imports"));
  assert.equal(ask('<definitions xmlns="urn:other"/>'), outside('the namespace "urn:other"'));
  assert.equal(ask("<html/>"), 'Cannot read the model: the root element is "html"');
});

test("types are read from item definitions; what a type does not allow gives no answer", () => {
  const types = `<itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"a", "b"</text></allowedValues></itemDefinition>
    <itemDefinition name="tLine"><itemComponent name="kind"><typeRef>tKind</typeRef></itemComponent>
    <itemComponent name="net sum"><typeRef>number</typeRef></itemComponent></itemDefinition>`;
  const model = {
    types,
    inputs: { line: "tLine" },
    decisions: { r: { type: "number", is: 'if line.kind = "a" then line.net sum else 0' } },
  };
  assert.equal(ask(model, { line: { kind: "a", "net sum": 5 } }), "5");
  assert.equal(
    ask(model, { line: { kind: "c", "net sum": 5 } }),
    'no answer: the input "line" has a value that its type does not allow',
  );
  assert.match(ask(model, { line: { kind: "a" } }), /^no answer: the input "line" is no context/);
  assert.equal(
    ask({ types, inputs: { line: "tLine" }, decisions: { r: { is: "line.gross" } } }),
    outside('the property "gross"'),
  );
  assert.equal(
    ask({ types, decisions: { r: { type: "tKind", is: '"c"' } } }),
    "no answer: a value that its type does not allow",
  );
});

test("allowed values hold for every item of a list, and parameters for their arguments", () => {
  const types = `<itemDefinition name="tKinds" isCollection="true"><typeRef>string</typeRef><allowedValues><text>"a"</text></allowedValues></itemDefinition>`;
  const model = { types, inputs: { kinds: "tKinds" }, decisions: { r: { is: "kinds" } } };
  assert.equal(ask(model, { kinds: ["a", "a"] }), '["a", "a"]');
  assert.match(ask(model, { kinds: ["a", "b"] }), /^no answer: .+ that its type does not allow$/);
  const call = (args: string) =>
    ask({ decisions: { r: { is: `f(${args})`, uses: ["f"] } }, extra: knowledge("f", { n: "number" }, "n") });
  assert.equal(call("1"), "1");
  assert.equal(call('"a"'), outside('"f" of string'));
  assert.equal(call("1, 2"), outside('"f" of 2 arguments'));
});

test("a result of another type than declared is refused, not turned into null", () => {
  assert.equal(
    ask({ decisions: { r: { type: "string", is: "1" } } }),
    outside("a result of type number declared as string"),
  );
  assert.equal(
    ask({ decisions: { r: { type: "number", is: "[1]" } } }),
    outside("a result of type list of number declared as number"),
  );
  assert.equal(ask({ decisions: { r: { type: "number", is: "null" } } }), "null");
  assert.equal(ask({ decisions: { r: { type: "time", is: "null" } } }), outside('the type "time"'));
});

test("circles are refused, of decisions, functions and types", () => {
  const needs = (id: string) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
  const decision = (id: string, on: string) =>
    `<decision id="${id}" name="${id}"><variable name="${id}"/>${needs(on)}<literalExpression><text>${on}</text></literalExpression></decision>`;
  assert.match(ask(definitions(decision("a", "b") + decision("b", "a"))), /in a circle$/);
  const f = knowledge("f", { n: "number" }, "f(n)", ["f"]);
  assert.match(ask({ decisions: { r: { is: "f(1)", uses: ["f"] } }, extra: f }), /in a circle$/);
  const types =
    '<itemDefinition name="t"><itemComponent name="x"><typeRef>t</typeRef></itemComponent></itemDefinition>';
  assert.match(ask({ types, inputs: { x: "t" }, decisions: { r: { is: "1" } } }), /in a circle$/);
});

test("requirements are followed to their bound and refused one beyond", () => {
  const chain = (length: number) => {
    const decision = (at: number) => {
      const needs =
        at === 0 ? "" : `<informationRequirement><requiredDecision href="#d${at - 1}"/></informationRequirement>`;
      const text = at === 0 ? "1" : `d${at - 1} + 1`;
      return `<decision id="d${at}" name="d${at}">${needs}<literalExpression><text>${text}</text></literalExpression></decision>`;
    };
    // The last decision of the file is asked, and it is the first that is read.
    return definitions(`<decision id="z" name="z"><informationRequirement><requiredDecision href="#d${length - 1}"/></informationRequirement>
      <literalExpression><text>d${length - 1}</text></literalExpression></decision>${Array.from({ length }, (_, at) => decision(length - 1 - at)).join("")}`);
  };
  const first = (text: string) => {
    const loaded = loadDmn(text);
    return loaded.kind === "model" ? [...loaded.decisions.values()][0]!.kind : loaded.reason;
  };
  assert.equal(first(chain(requirementDepthMax - 1)), "ready");
  assert.equal(first(chain(requirementDepthMax)), "refused");
});

test("functions that double their calls come to an end", () => {
  const doubling = Array.from({ length: 40 }, (_, at) =>
    knowledge(
      `f${at}`,
      { n: "number" },
      at === 0 ? "n + 1" : `f${at - 1}(n) + f${at - 1}(n)`,
      at === 0 ? [] : [`f${at - 1}`],
    ),
  );
  const model = (top: number) => ({
    decisions: { r: { is: `f${top}(1)`, uses: [`f${top}`] } },
    extra: doubling.join(""),
  });
  assert.equal(ask(model(10)), "2048");
  assert.equal(ask(model(39)), "no answer: too many calls of functions");
});

test("strings that double come to an end", () => {
  const decisions = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`s${at}`, { is: at === 0 ? '"ab"' : `s${at - 1} + s${at - 1}` }]),
  );
  assert.equal(ask({ decisions }), "no answer: a string beyond a million characters");
});

test("types that double come to an end", () => {
  const types = Array.from({ length: 40 }, (_, at) => {
    const inner = at === 0 ? "number" : `t${at - 1}`;
    return `<itemDefinition name="t${at}"><itemComponent name="x"><typeRef>${inner}</typeRef></itemComponent><itemComponent name="y"><typeRef>${inner}</typeRef></itemComponent></itemDefinition>`;
  }).join("");
  assert.equal(
    ask({ types, inputs: { x: "t39" }, decisions: { r: { is: "1" } } }),
    outside("a type of more than 1000 components"),
  );
});

test("two things of one name, and references to other files, are refused", () => {
  const one = '<decision id="a" name="a"><literalExpression><text>1</text></literalExpression></decision>';
  assert.equal(ask(definitions(one + one)), outside('two elements "decision" of one name or id'));
  const away =
    '<decision id="a" name="a"><informationRequirement><requiredInput href="urn:x#y"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>';
  assert.equal(ask(definitions(away)), outside('the reference "urn:x#y"'));
  const renamed =
    '<decision id="a" name="a"><variable name="b"/><literalExpression><text>1</text></literalExpression></decision>';
  assert.equal(ask(definitions(renamed)), outside('the variable of "a" by another name'));
  assert.equal(
    ask(
      `<d:definitions xmlns:d="${modelSpace}"><d:decision name="a"><d:literalExpression><d:text>1</d:text></d:literalExpression></d:decision></d:definitions>`,
    ),
    "1",
  );
});
