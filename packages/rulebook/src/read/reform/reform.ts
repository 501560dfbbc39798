import type { ReformOrigin, ReformReplay } from "../../ir/rulebook.ts";
import { asSequence, type Fields, readFields } from "../fields.ts";
import type { Findings } from "../findings.ts";
import { findValue, type Mapping, type Node } from "../node.ts";
import { parseDay } from "../scalar/day.ts";
import { accept, type Reading, refuse } from "../scalar/reading.ts";
import { readScalar } from "../values.ts";
import { changeParameter } from "./change-parameter.ts";
import { changeRule } from "./change-rule.ts";
import { mergeSections, mergeTests } from "./merge.ts";
import { setValue } from "./tree.ts";

/** The base of a reform, as a file gives it: its tree, and the SHA-256 of its text. */
export type Base = { readonly root: Node; readonly hash: string };

/** A reform laid over its base: the tree of an ordinary rulebook, and where it came from. */
export type Overlaid = { readonly root: Mapping; readonly origin: ReformOrigin };

const keys = {
  required: ["reform", "base"],
  optional: ["label", "note", "instruments", "codes", "facts", "parameters", "counters", "rules", "outputs"].concat(
    "change",
    "replay",
    "tests",
    "tests_changed",
  ),
};

/**
 * Lays a reform (§8) over its base: dated changes of parameters and rules, and whatever it declares beside them.
 * `findBase` gives the base by name. Base tests that the reform changes are named, in English, under `tests_changed`.
 */
export function layOver(
  root: Node,
  name: string,
  findBase: (name: string) => Base | undefined,
  findings: Findings,
): Overlaid | undefined {
  const fields = readFields(root, "a reform", keys, findings);
  const own =
    fields && readScalar(fields.scalar("reform"), "the name of this reform", (text) => parseName(text, name), findings);
  const pin = readScalar(fields?.scalar("base"), "a base", parseBase, findings);
  if (fields === undefined || own === undefined || pin === undefined) return undefined;
  const replay = fields.has("replay") ? readReplay(fields.find("replay")!, findings) : undefined;
  const base = readBase(fields, pin, findBase, findings);
  if (base === undefined) return undefined;
  const merged = mergeTests(mergeSections(withHead(base, fields), fields, findings), fields, findings);
  const changed = applyChanges(merged, fields, findings);
  const origin = { name: own, base: pin.name, baseHash: pin.hash, ...(replay && { replay }) };
  return { root: changed, origin };
}

type Pin = { readonly name: string; readonly hash: string };

function parseName(text: string, expected: string): Reading<string> {
  return text === expected ? accept(text) : refuse(`its file is "${expected}"`);
}

function parseBase(text: string): Reading<Pin> {
  const match = /^([a-z0-9/-]+)@sha256:([0-9a-f]{64})$/.exec(text);
  return match === null
    ? refuse('"name@sha256:" and 64 hex digits are expected')
    : accept({ name: match[1]!, hash: match[2]! });
}

function readBase(
  fields: Fields,
  pin: Pin,
  findBase: (name: string) => Base | undefined,
  findings: Findings,
): Mapping | undefined {
  const base = findBase(pin.name);
  const { at } = fields.find("base")!;
  if (base?.root.kind !== "mapping") {
    findings.error("reform/base", at, `Cannot find the base "${pin.name}": there is no such rulebook`);
    return undefined;
  }
  if (base.hash !== pin.hash) {
    findings.error(
      "reform/base",
      at,
      `Cannot apply to "${pin.name}": its SHA-256 is now ${base.hash}, check the reform against it`,
    );
    return undefined;
  }
  if (findValue(base.root, "reform") !== undefined) {
    findings.error("reform/base", at, `Cannot apply to "${pin.name}": it is a reform itself`);
    return undefined;
  }
  return base.root;
}

/** The base under the name of the reform, and with its label and note if it has them. */
function withHead(base: Mapping, fields: Fields): Mapping {
  const replaced: [string, Node | undefined][] = [
    ["rulebook", fields.find("reform")],
    ["label", fields.find("label")],
    ["note", fields.find("note")],
  ];
  return replaced.reduce((root, [key, value]) => (value === undefined ? root : setValue(root, key, value)), base);
}

function applyChanges(root: Mapping, fields: Fields, findings: Findings): Mapping {
  const sequence = fields.has("change") ? asSequence(fields.find("change")!, '"change"', findings) : undefined;
  return (sequence?.items ?? []).reduce((changed: Mapping, item) => applyChange(changed, item, findings), root);
}

function applyChange(root: Mapping, item: Node, findings: Findings): Mapping {
  if (item.kind === "mapping" && findValue(item, "parameter")) return changeParameter(root, item, findings) ?? root;
  if (item.kind === "mapping" && findValue(item, "rule")) return changeRule(root, item, findings) ?? root;
  findings.error("file/missing", item.at, 'Cannot read a change: it needs either "parameter" or "rule"');
  return root;
}

function readReplay(node: Node, findings: Findings): ReformReplay | undefined {
  const fields = readFields(node, '"replay"', { optional: ["law", "events", "as_known"] }, findings);
  if (fields === undefined) return undefined;
  const day = (key: string) =>
    fields.has(key) ? readScalar(fields.scalar(key), "a day", parseDay, findings) : undefined;
  const [law, asKnown] = [day("law"), day("as_known")];
  const events = fields.has("events")
    ? readScalar(fields.scalar("events"), "a range of days", parseDays, findings)
    : undefined;
  return { ...(law !== undefined && { law }), ...(asKnown !== undefined && { asKnown }), ...(events && { events }) };
}

function parseDays(text: string): Reading<{ from: number; to: number }> {
  const [first = "", last = "", ...rest] = text.split("..");
  const [from, to] = [parseDay(first.trim()), parseDay(last.trim())];
  if (!from.ok || !to.ok || rest.length > 0) return refuse('two days such as "2025-01-01..2025-12-31" are expected');
  return from.value <= to.value ? accept({ from: from.value, to: to.value }) : refuse("the first day is the later one");
}
