import { type Counter, type CounterKey, periodKeys, subjectKeys } from "../ir/counter.ts";
import { parseExpression } from "../parse/expression.ts";
import { attempt } from "./attempt.ts";
import type { CounterDraft } from "./draft.ts";
import { asMapping, asScalar, asSequence, type Fields, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import type { Node, Scalar } from "./node.ts";
import type { RuleContext } from "./rules.ts";
import { lastDay } from "./scalar/day.ts";
import { accept, type Reading, refuse } from "./scalar/reading.ts";
import { readScalar, readTexts, readWord } from "./values.ts";

/** Days of the longest rolling window: ten years. */
export const maxWindow = 3660;

const kinds: readonly Counter["kind"][] = ["facts", "clamped", "feedback"];
const counterKeys: readonly CounterKey[] = [...subjectKeys, ...periodKeys];

/** Reads the section `counters`. */
export function readCounters(node: Node | undefined, context: RuleContext): CounterDraft[] {
  const mapping = node && asMapping(node, '"counters"', context.findings);
  return (mapping?.entries ?? []).flatMap(({ key, value }) => readCounter(key, value, context) ?? []);
}

function readCounter(key: Scalar, node: Node, context: RuleContext): CounterDraft | undefined {
  const { findings, citations } = context;
  const keys = { required: ["kind", "per"], optional: ["sum", "count", "within", "where", "range", "source", "label"] };
  const fields = readFields(node, `the counter "${key.text}"`, keys, findings);
  if (fields === undefined) return undefined;
  const kind = readWord(fields.scalar("kind"), "the kind of a counter", kinds, findings);
  const measured = isMeasured(key, fields, findings);
  const per = fields.has("per") ? readPer(key.text, fields.find("per")!, findings) : undefined;
  const within = fields.has("within")
    ? readScalar(fields.scalar("within"), "a window", parseWindow, findings)
    : undefined;
  const whereScalar = fields.has("where") ? fields.scalar("where") : undefined;
  const where = whereScalar && attempt(() => parseExpression(whereScalar.text, whereScalar.placeOf), findings);
  const label = readTexts(fields.find("label"), `the label of "${key.text}"`, findings);
  if (!fields.has("range"))
    findings.error("bound/range", key.at, `Cannot bound "${key.text}": a counter needs a "range"`);
  if (!fields.has("source"))
    findings.error("rule/uncited", key.at, `Cannot use the counter "${key.text}": it has no source`);
  // A counter has no first day of its own: the rules that read it are dated.
  const source = citations.read(fields.find("source"), { from: lastDay, retroactive: false });
  const range = fields.has("range") ? fields.scalar("range") : undefined;
  if (kind === undefined || per === undefined || range === undefined || !measured) return undefined;
  const sum = fields.has("sum") ? fields.scalar("sum") : undefined;
  return {
    name: key.text,
    kind,
    ...(sum && { sum }),
    per,
    ...(within !== undefined && { within }),
    ...(where && { where }),
    range,
    source,
    ...(label && { label }),
    at: key.at,
  };
}

function isMeasured(key: Scalar, fields: Fields, findings: Findings): boolean {
  if (fields.has("sum") === fields.has("count")) {
    findings.error("file/missing", key.at, `Cannot read the counter "${key.text}": it needs either "sum" or "count"`);
    return false;
  }
  return fields.has("sum") || readWord(fields.scalar("count"), '"count"', ["all"], findings) !== undefined;
}

function readPer(name: string, node: Node, findings: Findings): CounterKey[] | undefined {
  const sequence = asSequence(node, `the keys of "${name}"`, findings);
  if (sequence === undefined) return undefined;
  const keys = sequence.items.map((item) =>
    readWord(asScalar(item, "per", findings), "a counter's key", counterKeys, findings),
  );
  if (keys.length === 0) {
    findings.error("file/value", node.at, `Cannot read the counter "${name}": it has no key in "per"`);
    return undefined;
  }
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function parseWindow(text: string): Reading<number> {
  const match = /^([1-9]\d{0,4}) days$/.exec(text);
  if (match === null) return refuse('a number of days such as "180 days" is expected');
  const days = Number(match[1]);
  return days > maxWindow ? refuse(`at most ${maxWindow} days are possible`) : accept(days);
}
