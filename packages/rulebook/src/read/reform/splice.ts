import { isMap, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap, type Node as YamlNode } from "yaml";
import { findValue, type Mapping, type Node } from "../node.ts";
import { writeEntry, writeItem } from "./write-node.ts";

type Edit = { readonly from: number; readonly to: number; readonly text: string };

/**
 * The text of `base` with what `merged` says, which shares every node with `base` that did not change: only the entries of
 * sections that differ are written anew, all other lines with their comments stay byte for byte.
 */
export function spliceText(text: string, base: Mapping, merged: Mapping): string {
  const document = parseDocument(text, { schema: "failsafe" });
  const root = document.contents as YAMLMap;
  const edits: Edit[] = [];
  for (const { key, value } of merged.entries) {
    const before = findValue(base, key.text);
    if (before === value) continue;
    const pair = root.items.find((item) => keyOf(item) === key.text);
    if (pair === undefined || before === undefined) edits.push(addEntry(text, root, key.text, value));
    else edits.push(...changeSection(text, pair, before, value));
  }
  // From the end, so that places stay; of two additions at one place the later one is put first, and so stands behind.
  return edits
    .toReversed()
    .toSorted((a, b) => b.from - a.from || b.to - a.to)
    .reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text);
}

function changeSection(text: string, pair: Pair, before: Node, after: Node): Edit[] {
  const node = pair.value as YamlNode;
  if (isMap(node) && !node.flow && before.kind === "mapping" && after.kind === "mapping")
    return changeEntries(text, node, before, after);
  if (isSeq(node) && !node.flow && before.kind === "sequence" && after.kind === "sequence")
    return changeItems(text, node.items as YamlNode[], before.items, after.items);
  return [replaceEntry(text, pair, keyOf(pair), after)];
}

function changeEntries(text: string, map: YAMLMap, before: Mapping, after: Mapping): Edit[] {
  return after.entries.flatMap(({ key, value }) => {
    if (findValue(before, key.text) === value) return [];
    const pair = map.items.find((item) => keyOf(item) === key.text);
    return [pair === undefined ? addEntry(text, map, key.text, value) : replaceEntry(text, pair, key.text, value)];
  });
}

/** Items that are gone are taken out with their lines, new ones come after the last. */
function changeItems(
  text: string,
  nodes: readonly YamlNode[],
  before: readonly Node[],
  after: readonly Node[],
): Edit[] {
  const gone = nodes.filter((_, at) => !after.includes(before[at]!));
  const removed = gone.map((node) => {
    const from = lineStart(text, node.range![0]);
    return { from, to: lineEnd(text, endOf(text, node)) + 1, text: "" };
  });
  const last = nodes.at(-1)!;
  const indent = indentAt(text, last.range![0]);
  const at = lineEnd(text, endOf(text, last)) + 1;
  const added = after.filter((item) => !before.includes(item));
  const lines = added.map((item) => `${indented(`- ${writeItem(item)}`, indent)}\n`);
  return lines.length === 0 ? removed : [...removed, { from: at, to: at, text: lines.join("") }];
}

function replaceEntry(text: string, pair: Pair, key: string, value: Node): Edit {
  const from = (pair.key as Scalar).range![0];
  const written = indented(writeEntry(key, value), indentAt(text, from)).trimStart();
  return { from, to: endOf(text, pair.value as YamlNode), text: written };
}

function addEntry(text: string, map: YAMLMap, key: string, value: Node): Edit {
  const last = map.items.at(-1)!;
  const indent = indentAt(text, (last.key as Scalar).range![0]);
  const at = lineEnd(text, endOf(text, last.value as YamlNode)) + 1;
  return { from: at, to: at, text: `${indented(writeEntry(key, value), indent)}\n` };
}

function keyOf({ key }: Pair): string {
  return String((key as Scalar).value);
}

/** Where a value's own characters end, empty lines after it left out. */
function endOf(text: string, { range }: YamlNode): number {
  const [from, to] = range!;
  return from + text.slice(from, to).trimEnd().length;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function indentAt(text: string, at: number): string {
  return /^ */.exec(text.slice(lineStart(text, at)))![0];
}

/** Every line but an empty one, indented. */
function indented(text: string, indent: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n");
}
