import type { CodeList } from "../ir/code-list.ts";
import type { Constancy, Fact } from "../ir/fact.ts";
import { type Bounds, fromBigInt } from "../ir/integer.ts";
import { isNumeric, type ValueType } from "../ir/value-type.ts";
import { asMapping, type Fields, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import type { Node, Scalar } from "./node.ts";
import { rateFactOver } from "./scalar/constant.ts";
import { dayLength, firstDay, lastDay } from "./scalar/day.ts";
import { parseRange } from "./scalar/range.ts";
import { typeText } from "./scalar/type.ts";
import { readType } from "./types.ts";
import { readScalar, readTexts, readWord } from "./values.ts";

const constancies: readonly Constancy[] = ["event", "person_day", "person"];

/** Reads the section `facts`. */
export function readFacts(node: Node | undefined, codes: ReadonlyMap<string, CodeList>, findings: Findings): Fact[] {
  const mapping = node && asMapping(node, '"facts"', findings);
  return (mapping?.entries ?? []).flatMap(({ key, value }) => readFact(key, value, codes, findings) ?? []);
}

function readFact(key: Scalar, node: Node, codes: ReadonlyMap<string, CodeList>, findings: Findings): Fact | undefined {
  const keys = { required: ["type", "label"], optional: ["range", "optional", "of"] };
  const fields = readFields(node, `the fact "${key.text}"`, keys, findings);
  if (fields === undefined) return undefined;
  const label = readTexts(fields.find("label"), `the label of "${key.text}"`, findings);
  const optional =
    fields.has("optional") && readWord(fields.scalar("optional"), '"optional"', ["true", "false"], findings) === "true";
  const of = fields.has("of") ? readWord(fields.scalar("of"), '"of"', constancies, findings) : "event";
  const type = readFactType(fields.scalar("type"), codes, findings);
  if (type === undefined) return undefined;
  const range = readRange(key, fields, type, findings);
  if (label === undefined || of === undefined || (isNumeric(type) && range === undefined)) return undefined;
  return { name: key.text, type, ...(range && { range }), optional, of, label, at: key.at };
}

function readFactType(
  scalar: Scalar | undefined,
  codes: ReadonlyMap<string, CodeList>,
  findings: Findings,
): ValueType | undefined {
  const type = readType(scalar, codes, findings);
  if (type?.kind === "rate") return { kind: "rate", over: rateFactOver };
  if (type?.kind !== "exchange") return type;
  findings.error(
    "file/value",
    scalar!.at,
    "Cannot use an exchange rate as a fact: it is a dated parameter, whose source is law",
  );
  return undefined;
}

/** The declared range; a day or moment without one takes the years a rulebook may speak of. */
function readRange(key: Scalar, fields: Fields, type: ValueType, findings: Findings): Bounds | undefined {
  if (fields.has("range") && !isNumeric(type)) {
    findings.error(
      "bound/range",
      fields.find("range")!.at,
      `Cannot give "${key.text}" a range: ${typeText(type)} has no order`,
    );
    return undefined;
  }
  if (fields.has("range")) {
    const range = readScalar(
      fields.scalar("range"),
      `a range of ${typeText(type)}`,
      (text) => parseRange(type, text),
      findings,
      "bound/range",
    );
    return range && { min: fromBigInt(range.min), max: fromBigInt(range.max) };
  }
  if (type.kind === "day") return { min: firstDay, max: lastDay };
  if (type.kind === "moment") return { min: firstDay * dayLength, max: (lastDay + 1) * dayLength - 1 };
  if (isNumeric(type))
    findings.error(
      "bound/range",
      key.at,
      `Cannot bound "${key.text}": a fact of type ${typeText(type)} needs a "range"`,
    );
  return undefined;
}
