import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Node } from "../node.ts";

const layout = { lineWidth: 0, flowCollectionPadding: false } as const;

/** One entry of a mapping as the text of a file, its own lines not indented, without a newline at the end. */
export function writeEntry(key: string, value: Node): string {
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(key), yamlOf(value, true)));
  return write(map);
}

/** One item of a sequence as the text of a file, after its dash. */
export function writeItem(item: Node): string {
  return write(yamlOf(item, true)).replaceAll("\n", "\n  ");
}

function write(contents: YAMLMap | YAMLSeq | Scalar): string {
  const document = new Document(undefined, { schema: "failsafe" });
  document.contents = contents as never;
  return document.toString(layout).trimEnd();
}

/** An entry of a section stands in lines of its own; inside it what fits a line is written on one. */
function yamlOf(node: Node, isEntry = false): YAMLMap | YAMLSeq | Scalar {
  if (node.kind === "scalar") {
    const scalar = new Scalar(node.text);
    if (node.text.includes("\n")) scalar.type = "BLOCK_LITERAL";
    return scalar;
  }
  if (node.kind === "sequence") {
    const sequence = new YAMLSeq();
    sequence.items.push(...node.items.map((item) => yamlOf(item)));
    sequence.flow = isOneLine(node);
    return sequence;
  }
  const map = new YAMLMap();
  const entries = node.entries.toSorted((a, b) => Number(b.key.text === "from") - Number(a.key.text === "from"));
  map.items.push(...entries.map(({ key, value }) => new Pair(new Scalar(key.text), yamlOf(value))));
  map.flow = !isEntry && isOneLine(node);
  return map;
}

function isOneLine(node: Node): boolean {
  if (node.kind === "scalar") return !node.text.includes("\n");
  if (node.kind === "mapping") return node.entries.every(({ value }) => isOneLine(value));
  const isList = node.items.length <= 1 || node.items.every(({ kind }) => kind === "scalar");
  return isList && node.items.every(isOneLine);
}
