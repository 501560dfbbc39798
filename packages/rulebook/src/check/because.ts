import type { Because } from "../ir/example.ts";
import { asScalar, asSequence } from "../read/fields.ts";
import { hintNear } from "../read/near.ts";
import { makeScalar, type Node, type Scalar } from "../read/node.ts";
import { dayText, parseDay } from "../read/scalar/day.ts";
import type { ExampleContext } from "./examples.ts";
import { readHeldValue } from "./held.ts";

/** Reads what an example's trace must contain: `allowance@2025-01-01`, `limit.3`, `duty_free_today=6000`. */
export function readBecause(node: Node | undefined, context: ExampleContext): Because[] {
  const sequence = node && asSequence(node, '"because"', context.findings);
  return (sequence?.items ?? []).flatMap((item) => {
    const scalar = asScalar(item, "because", context.findings);
    return scalar === undefined ? [] : (readGround(scalar, context) ?? []);
  });
}

function readGround(scalar: Scalar, context: ExampleContext): Because | undefined {
  const match = /^([a-z][a-z0-9_]*)(?:@(\S+)|\.(\d+)|=(.+))$/.exec(scalar.text);
  if (match === null) {
    const forms = '"name@2025-01-01", "table.3" or "counter=6000"';
    context.findings.error("file/value", scalar.at, `Cannot read the ground "${scalar.text}": ${forms} is expected`);
    return undefined;
  }
  const [, name, from, row, value] = match;
  if (from !== undefined) return readVersion(scalar, name!, from, context);
  return row === undefined ? readCounter(scalar, name!, value!, context) : readRow(scalar, name!, Number(row), context);
}

function readVersion(scalar: Scalar, name: string, text: string, context: ExampleContext): Because | undefined {
  const named = context.names.find(name);
  const versions = named?.section === "parameter" ? named.parameter.versions : context.rules.get(name)?.versions;
  if (versions === undefined) return refuse(scalar, name, ["parameter", "rule"], context);
  const from = parseDay(text);
  const known = versions.map((version) => version.from);
  if (from.ok && known.includes(from.value)) return { kind: "version", name, from: from.value };
  const told = known.map(dayText).join(", ");
  context.findings.error("file/value", scalar.at, `Cannot find the version "${text}" of "${name}": it has ${told}`);
  return undefined;
}

function readRow(scalar: Scalar, rule: string, row: number, context: ExampleContext): Because | undefined {
  const bodies = context.rules.get(rule)?.versions.map(({ body }) => body);
  if (bodies === undefined) return refuse(scalar, rule, ["rule"], context);
  if (bodies.some((body) => body.kind === "table" && row >= 1 && row <= body.rows.length))
    return { kind: "row", rule, row };
  context.findings.error("file/value", scalar.at, `Cannot find row ${row} of "${rule}": its table has no such row`);
  return undefined;
}

function readCounter(scalar: Scalar, name: string, text: string, context: ExampleContext): Because | undefined {
  const named = context.names.find(name);
  if (named?.section !== "counter") return refuse(scalar, name, ["counter"], context);
  const value = readHeldValue(makeScalar(text, scalar.at), name, named.type, context);
  return value === undefined ? undefined : { kind: "counter", name, value };
}

function refuse(
  scalar: Scalar,
  name: string,
  sections: readonly string[],
  { names, findings }: ExampleContext,
): undefined {
  if (names.find(name)?.section === "broken") return undefined;
  const known = [...names.all()].filter((other) => sections.includes(names.sectionOf(other)!));
  findings.error(
    "name/unknown",
    scalar.at,
    `Cannot find "${name}": no ${sections.join(" or ")} has this name${hintNear(name, known)}`,
  );
  return undefined;
}
