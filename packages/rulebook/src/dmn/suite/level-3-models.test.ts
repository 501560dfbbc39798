import { test } from "node:test";
import { assertNoneFails, b, context, given, list, n, nil, outcomeOf, s } from "../testing/level-3.ts";
import { knowledge, output, type SmallModel, smallModel, table } from "../testing/small-model.ts";

const types = `<itemDefinition name="tPerson"><itemComponent name="Full Name"><typeRef>string</typeRef></itemComponent>
  <itemComponent name="age"><typeRef>number</typeRef></itemComponent></itemDefinition>
  <itemDefinition name="tAges" isCollection="true"><typeRef>number</typeRef></itemDefinition>
  <itemDefinition name="tGrade"><typeRef>number</typeRef><allowedValues><text>[1..5]</text></allowedValues></itemDefinition>`;
const columns = (name: string, more: readonly string[]) => output(`name="${name}" typeRef="string"`, more.join(","));
const model = (more: Partial<SmallModel>): string => smallModel({ inputs: given, decisions: {}, ...more });
const decide = (xml: string, more: Partial<SmallModel> = {}): string =>
  model({ ...more, decisions: { ...more.decisions, r: { is: { xml } } } });
const rows = (attributes: string, outputs: readonly string[], all: readonly string[]): string =>
  decide(
    table(
      attributes,
      [
        ["x", "number"],
        ["t", "string"],
      ],
      outputs,
      all,
    ),
  );
const ranked = ['> 1 | - => "low"', '> 2 | - => "high"', '> 3 | "text" => "mid"'];
const order = [output('typeRef="string"', '"high", "mid", "low"')];
const people = { inputs: { ...given, p: "tPerson", ages: "tAges", grade: "tGrade" }, types };
const person = `<inputNode name="p">${context({ "Full Name": s("Ann"), age: n(30) })}</inputNode>`;

/** Models whose decision `r` is asked, with what the standard gives; `more` are further inputs of the test. */
const models: readonly (readonly [what: string, model: string, expected: string, more?: string])[] = [
  ["unique, none holds", rows("", [output()], ["> 9 | - => 1"]), nil],
  ["unique, none holds, with a default", rows("", [output("", undefined, "7")], ["> 9 | - => 1"]), n(7)],
  [
    "first, the second holds",
    rows('hitPolicy="FIRST"', [output()], ["> 9 | - => 1", '- | "text" => 2', "- | - => 3"]),
    n(2),
  ],
  ["any, none holds", rows('hitPolicy="ANY"', [output()], ["> 9 | - => 1"]), nil],
  ["the highest priority", rows('hitPolicy="PRIORITY"', order, ranked), s("high")],
  ["all by priority", rows('hitPolicy="OUTPUT ORDER"', order, ranked), list(s("high"), s("mid"), s("low"))],
  ["all by rule", rows('hitPolicy="RULE ORDER"', [output()], ranked), list(s("low"), s("high"), s("mid"))],
  ["collected", rows('hitPolicy="COLLECT"', [output()], ranked), list(s("low"), s("high"), s("mid"))],
  ["collected, none holds", rows('hitPolicy="COLLECT"', [output()], ["> 9 | - => 1"]), list()],
  [
    "the most",
    rows('hitPolicy="COLLECT" aggregation="MAX"', [output()], ["- | - => 1.5", "> 1 | - => x", "> 9 | - => 99"]),
    n(5),
  ],
  [
    "the sum of what is calculated",
    rows('hitPolicy="COLLECT" aggregation="SUM"', [output()], ["- | - => x * 2", "- | - => 0.1"]),
    n("10.1"),
  ],
  ["the sum of none", rows('hitPolicy="COLLECT" aggregation="SUM"', [output()], ["> 9 | - => 1"]), nil],
  [
    "two outputs",
    rows(
      "",
      [columns("A", []), columns("B c", [])].map((one) => one.replace(/<outputValues>.*<\/outputValues>/, "")),
      ['- | - => "a" | t'],
    ),
    context({ A: s("a"), "B c": s("text") }),
  ],
  [
    "two outputs by priority",
    rows(
      'hitPolicy="PRIORITY"',
      [columns("A", ['"p"', '"q"']), columns("B", ['"1"', '"2"'])],
      ['- | - => "q" | "1"', '- | - => "p" | "2"', '- | - => "p" | "1"'],
    ),
    context({ A: s("p"), B: s("1") }),
  ],
  [
    "two outputs collected",
    rows('hitPolicy="COLLECT"', [output('name="A"'), output('name="B"')], ["- | - => 1 | 2", "- | - => 3 | 4"]),
    list(context({ A: n(1), B: n(2) }), context({ A: n(3), B: n(4) })),
  ],
  ["cells that calculate", rows("", [output()], ['> 2 * 2 | "te" + "xt" => 1', "<= 4 | - => 2"]), n(1)],
  ["cells with a question", rows("", [output()], ["? > 4 | - => 1"]), n(1)],
  ["cells of several ranges", rows("", [output()], ["[1..2], [4..6) | - => 1", "not([1..2], [4..6)) | - => 2"]), n(1)],
  ["cells that exclude", rows("", [output()], ['- | not("a", "b") => 1']), n(1)],
  [
    "no input column",
    decide(`<decisionTable>${output()}<rule><outputEntry><text>1</text></outputEntry></rule></decisionTable>`),
    n(1),
  ],
  [
    "a column that calculates",
    decide(table("", [["x * 2", "number"]], [output()], ["10 => true", "not(10) => false"])),
    b(true),
  ],
  ["a column over null", decide(table("", [["u", "number"]], [output()], ["> 1 => 1", "null => 2"])), n(2)],
  [
    "an annotation",
    decide(
      table("", [["x", "number"]], [output()], ["- => 1"])
        .replace("<rule>", '<annotation name="why"/><rule>')
        .replace("</rule>", "<annotationEntry><text>so</text></annotationEntry></rule>"),
    ),
    n(1),
  ],
  ["a path into a context", model({ ...people, decisions: { r: { is: "p.Full Name" } } }), s("Ann"), person],
  [
    "a context as it is",
    model({ ...people, decisions: { r: { type: "tPerson", is: "p" } } }),
    context({ "Full Name": s("Ann"), age: n(30) }),
    person,
  ],
  [
    "a list of numbers",
    model({ ...people, decisions: { r: { is: "ages" } } }),
    list(n(1), n(2)),
    `<inputNode name="ages">${list(n(1), n(2))}</inputNode>`,
  ],
  [
    "the least of a list",
    model({ ...people, decisions: { r: { is: "min(ages)" } } }),
    n(1),
    `<inputNode name="ages">${list(n(2), n(1))}</inputNode>`,
  ],
  [
    "one number for a list",
    model({ ...people, decisions: { r: { is: "ages" } } }),
    list(n(1)),
    `<inputNode name="ages">${n(1)}</inputNode>`,
  ],
  [
    "a value that its type does not allow",
    model({ ...people, decisions: { r: { is: "grade" } } }),
    nil,
    `<inputNode name="grade">${n(6)}</inputNode>`,
  ],
  ["an input that is not given", model({ ...people, decisions: { r: { is: "grade" } } }), nil],
  [
    "an input of another type",
    model({ ...people, decisions: { r: { is: "grade" } } }),
    nil,
    `<inputNode name="grade">${s("1")}</inputNode>`,
  ],
  [
    "a decision given as an input",
    model({ decisions: { q: { is: "x" }, r: { is: "q + 1" } } }),
    n(8),
    `<inputNode name="q">${n(7)}</inputNode>`,
  ],
  [
    "a decision over a decision",
    model({ decisions: { "Half of it": { is: "x / 2" }, r: { is: "Half of it + 1" } } }),
    n("3.5"),
  ],
  [
    "names that hold signs and keywords",
    smallModel({
      inputs: { ...given, "x-1": "number", "date in time": "number", if: "number" },
      decisions: { r: { is: "x-1 + date in time" } },
    }),
    n(5),
    `<inputNode name="x-1">${n(2)}</inputNode><inputNode name="date in time">${n(3)}</inputNode><inputNode name="if">${n(3)}</inputNode>`,
  ],
  [
    "a function of a function",
    model({
      decisions: { r: { is: "outer(x)", uses: ["outer"] } },
      extra:
        knowledge("inner", { a: "number" }, "a + 1") + knowledge("outer", { a: "number" }, "inner(a) * 2", ["inner"]),
    }),
    n(12),
  ],
  [
    "a parameter named as an input",
    model({ decisions: { r: { is: "f(1)", uses: ["f"] } }, extra: knowledge("f", { x: "number" }, "x + 1") }),
    n(2),
  ],
  [
    "a function that reads an input",
    model({ decisions: { r: { is: "f(1)", uses: ["f"] } }, extra: knowledge("f", { a: "number" }, "a + x") }),
    nil,
  ],
  [
    "parameters named in another order",
    model({
      decisions: { r: { is: "f(b: 1, a: 5)", uses: ["f"] } },
      extra: knowledge("f", { a: "number", b: "number" }, "a - b"),
    }),
    n(4),
  ],
  [
    "a table as a function",
    model({
      decisions: { r: { is: 'f("k")', uses: ["f"] } },
      extra: knowledge(
        "f",
        { kind: "string" },
        { xml: table("", [["kind", "string"]], [output()], ['"k" => 1', 'not("k") => 2']) },
      ),
    }),
    n(1),
  ],
  [
    "a function of a context",
    model({
      decisions: { r: { is: "f(x)", uses: ["f"] } },
      extra: knowledge(
        "f",
        { a: "number" },
        {
          xml: '<context><contextEntry><variable name="b"/><literalExpression><text>a</text></literalExpression></contextEntry></context>',
        },
      ),
    }),
    context({ b: n(5) }),
  ],
  ["a result declared as a list", model({ types, decisions: { r: { type: "tAges", is: "x" } } }), list(n(5))],
  ["a list declared as one", model({ decisions: { r: { type: "number", is: "[x]" } } }), n(5)],
  ["a result declared as Any", model({ decisions: { r: { type: "Any", is: "x" } } }), n(5)],
  ["a time declared", model({ decisions: { r: { type: "time", is: "null" } } }), nil],
];

test("tables, functions, contexts and given values at the edges of the profile do as the standard says, or are refused", () =>
  assertNoneFails(
    models.map(([what, text, expected, more]) => ({ what, ...outcomeOf(text, expected, more) })),
    25,
  ));
