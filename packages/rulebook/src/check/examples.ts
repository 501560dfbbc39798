import type { EarlierEvent, Example, ExampleFacts, ExampleTime, Expectation } from "../ir/example.ts";
import { unanswerableReasons } from "../ir/example.ts";
import type { Place } from "../ir/place.ts";
import type { Rule } from "../ir/rule.ts";
import type { Clock } from "../ir/rulebook.ts";
import type { Value } from "../ir/value-type.ts";
import { asMapping, asSequence, type Fields, readFields } from "../read/fields.ts";
import type { Findings } from "../read/findings.ts";
import { hintNear } from "../read/near.ts";
import type { Mapping, Node } from "../read/node.ts";
import { dayIn, parseDay, parseMoment } from "../read/scalar/day.ts";
import { readScalar, readSomeTexts, readWord } from "../read/values.ts";
import { readBecause } from "./because.ts";
import type { Context } from "./context.ts";
import { readHeldValue } from "./held.ts";

/** What reading the section `tests` looks up. */
export type ExampleContext = Context & {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly outputs: readonly string[];
};

/** Reads the section `tests`; an example with a mistake is left out. */
export function readExamples(node: Node | undefined, context: ExampleContext): Example[] {
  const sequence = node && asSequence(node, '"tests"', context.findings);
  return (sequence?.items ?? []).flatMap((item) => readExample(item, context) ?? []);
}

function readExample(node: Node, context: ExampleContext): Example | undefined {
  const { findings, clock } = context;
  const before = findings.errors;
  const keys = { required: ["it", "at", "facts", "expect"], optional: ["law", "earlier", "because"] };
  const fields = readFields(node, "a test", keys, findings);
  if (fields === undefined) return undefined;
  const it = fields.has("it") ? readSomeTexts(fields.find("it")!, "the name of a test", findings) : undefined;
  const time = readTime(fields, clock, findings);
  const factsNode = fields.has("facts") ? asMapping(fields.find("facts")!, '"facts"', findings) : undefined;
  const facts = factsNode && readFactValues(factsNode, context);
  const expect = fields.has("expect") ? readExpectation(fields.find("expect")!, context) : undefined;
  if (findings.errors > before || !it || !time || !facts || !expect) return undefined;
  const earlier = readEarlier(fields.find("earlier"), facts, time, context);
  const because = readBecause(fields.find("because"), context);
  return findings.errors > before ? undefined : { it, time, facts, earlier, expect, because, at: node.at };
}

/** When an event happens. Under `law: declaration` the law date is a key of its own. */
function readTime(fields: Fields, clock: Clock, findings: Findings): ExampleTime | undefined {
  const moment = readScalar(fields.scalar("at"), "a moment", parseMoment, findings);
  if (moment === undefined) return undefined;
  const legal = dayIn(clock.zone, moment);
  if (clock.law === "event") {
    if (!fields.has("law")) return { moment, legal, law: legal };
    findings.error(
      "file/key",
      fields.find("law")!.at,
      'Cannot use the key "law": the clock takes the law of the event',
    );
    return undefined;
  }
  const law = fields.has("law") ? readScalar(fields.scalar("law"), "a law date", parseDay, findings) : legal;
  return law === undefined ? undefined : { moment, legal, law };
}

function readFactValues({ entries }: Mapping, context: ExampleContext): ExampleFacts {
  const facts: [string, Value][] = [];
  for (const { key, value } of entries) {
    const named = context.names.find(key.text);
    if (named?.section === "fact") {
      const held = readHeldValue(value, key.text, named.fact.type, context);
      if (held !== undefined) facts.push([key.text, held]);
    } else if (named?.section !== "broken") reportFact(key.text, key.at, context);
  }
  return Object.fromEntries(facts);
}

function reportFact(name: string, at: Place, { names, findings }: ExampleContext): void {
  const known = [...names.all()].filter((other) => names.sectionOf(other) === "fact");
  findings.error("name/unknown", at, `Cannot give "${name}" in a test: no fact has this name${hintNear(name, known)}`);
}

/** Earlier events take the example's facts, and their own over them. */
function readEarlier(
  node: Node | undefined,
  facts: ExampleFacts,
  time: ExampleTime,
  context: ExampleContext,
): EarlierEvent[] {
  const sequence = node && asSequence(node, '"earlier"', context.findings);
  return (sequence?.items ?? []).flatMap((item) => {
    const mapping = asMapping(item, "an earlier event", context.findings);
    const fields =
      mapping && readFields(mapping, "an earlier event", { required: ["at"], open: true }, context.findings);
    const happened = fields && readTime(fields, context.clock, context.findings);
    if (mapping === undefined || happened === undefined) return [];
    if (happened.moment > time.moment) {
      context.findings.error("file/value", item.at, "Cannot place an earlier event after the event of the test");
    }
    const own = mapping.entries.filter(({ key }) => key.text !== "at" && key.text !== "law");
    return [{ time: happened, facts: { ...facts, ...readFactValues({ ...mapping, entries: own }, context) } }];
  });
}

function readExpectation(node: Node, context: ExampleContext): Expectation | undefined {
  const { findings, rules } = context;
  const mapping = asMapping(node, '"expect"', findings);
  if (mapping === undefined) return undefined;
  if (mapping.entries.some(({ key }) => key.text === "unanswerable")) {
    const fields = readFields(mapping, '"expect"', { required: ["unanswerable"] }, findings);
    const reason = fields && readWord(fields.scalar("unanswerable"), "a reason", unanswerableReasons, findings);
    return reason && { kind: "unanswerable", reason };
  }
  const outputs = mapping.entries.flatMap(({ key, value }) => {
    const rule = rules.get(key.text);
    if (rule === undefined || !context.outputs.includes(key.text)) {
      if (context.names.find(key.text)?.section === "broken") return [];
      const hint = hintNear(key.text, context.outputs);
      findings.error("name/unknown", key.at, `Cannot expect "${key.text}": no output has this name${hint}`);
      return [];
    }
    const held = readOutput(value, key.text, rule, context);
    return held === undefined ? [] : [{ name: key.text, value: held }];
  });
  return { kind: "outputs", outputs };
}

function readOutput(node: Node, name: string, rule: Rule, context: ExampleContext): Value | Value[] | undefined {
  if (rule.type.kind !== "list") return readHeldValue(node, name, rule.type, context);
  const { of } = rule.type;
  const sequence = asSequence(node, `the list "${name}"`, context.findings);
  return sequence?.items.flatMap((item) => readHeldValue(item, name, of, context) ?? []);
}
