import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node as YamlNode,
} from "yaml";
import type { Place } from "../ir/place.ts";
import type { Findings } from "./findings.ts";
import type { Entry, Mapping, Node, Scalar } from "./node.ts";
import { placesOf } from "./places.ts";

/** Characters of a source file; a rulebook of 500 rules needs about 200,000. */
export const maxFileLength = 1_000_000;
/** Nested collections; the deepest section needs 7. */
export const maxDepth = 20;

const tooDeep = "it is nested too deeply";

type Reading = {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly findings: Findings;
};

/**
 * Reads a file in the strict YAML of rulebooks: the failsafe schema, every scalar as text with its place;
 * duplicate keys, anchors, aliases, tags, merge keys and directives are findings. Never throws; undefined when
 * there is no tree to go on with.
 */
export function readYaml(file: string, text: string, findings: Findings): Node | undefined {
  if (!isReadable(file, text, findings)) return undefined;
  const lines = new LineCounter();
  const reading = { file, text, lines, findings };
  const document = parse(reading);
  if (document === undefined) return undefined;
  // NOTE: only the first error is told; those after it are mostly its consequences.
  const [error] = document.errors;
  if (error !== undefined) {
    const why = /call stack/.test(error.message) ? tooDeep : firstLine(error.message);
    findings.error("file/yaml", placeAt(reading, error.pos[0]), `Cannot read the file: ${why}`);
    return undefined;
  }
  if (document.contents === null) {
    findings.error("file/yaml", { file, line: 1, column: 1 }, "Cannot read the file: it is empty");
    return undefined;
  }
  return convert(document.contents as YamlNode, reading, 0);
}

function isReadable(file: string, text: string, findings: Findings): boolean {
  const at = { file, line: 1, column: 1 };
  const refuse = (id: string, place: Place, why: string) => {
    findings.error(id, place, `Cannot read the file: ${why}`);
    return false;
  };
  if (text.length > maxFileLength) return refuse("file/limit", at, `it is longer than ${maxFileLength} characters`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is refused
  const odd = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffd]/u.exec(text);
  if (odd) {
    const code = odd[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return refuse("file/encoding", plainPlace(file, text, odd.index), `the character U+${code} is not allowed`);
  }
  if (!text.isWellFormed()) return refuse("file/encoding", at, "it is not well-formed UTF-8");
  const marker = /^(?:%|---|\.\.\.)/m.exec(text);
  if (marker) {
    const place = plainPlace(file, text, marker.index);
    return refuse("file/forbidden", place, "directives and document markers are not allowed");
  }
  if (text.normalize("NFC") !== text) {
    return refuse("file/encoding", plainPlace(file, text, firstNotComposed(text)), "it is not in Unicode form NFC");
  }
  return true;
}

function parse(reading: Reading): Document | undefined {
  const { file, text, lines, findings } = reading;
  try {
    return parseDocument(text, {
      schema: "failsafe",
      merge: false,
      uniqueKeys: false,
      version: "1.2",
      logLevel: "error",
      prettyErrors: false,
      lineCounter: lines,
    }) as Document;
  } catch (error) {
    // NOTE: the YAML package recurses, so that deep nesting ends in a RangeError; any bytes must give a finding.
    const why = error instanceof RangeError ? tooDeep : "it is not YAML";
    findings.error("file/yaml", { file, line: 1, column: 1 }, `Cannot read the file: ${why}`);
    return undefined;
  }
}

function convert(node: YamlNode | null, reading: Reading, depth: number): Node | undefined {
  const at = placeAt(reading, node?.range?.[0] ?? 0);
  if (depth > maxDepth) {
    reading.findings.error("file/limit", at, `Cannot read the file: more than ${maxDepth} levels are nested`);
    return undefined;
  }
  const before = reading.findings.errors;
  if (isAlias(node)) return forbid(reading, at, `the alias "*${node.source}"`);
  if (node?.anchor !== undefined) forbid(reading, at, `the anchor "&${node.anchor}"`);
  if (node?.tag !== undefined) forbid(reading, at, `the tag "${node.tag}"`);
  if (reading.findings.errors > before) return undefined;
  if (isMap(node)) return convertMapping(node.items as never, at, reading, depth);
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as YamlNode, reading, depth + 1));
    return { kind: "sequence", items: items.filter((item) => item !== undefined), at };
  }
  return convertScalar(node, at, reading);
}

function convertMapping(
  items: readonly { key: YamlNode; value: YamlNode | null }[],
  at: Place,
  reading: Reading,
  depth: number,
): Mapping {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const key = convert(item.key, reading, depth + 1);
    if (key === undefined) continue;
    if (key.kind !== "scalar") {
      reading.findings.error("file/shape", key.at, "Cannot read the key: a key is a word, not a list or mapping");
      continue;
    }
    if (key.text === "<<") forbid(reading, key.at, 'the merge key "<<"');
    else if (seen.has(key.text)) {
      reading.findings.error("file/duplicate", key.at, `Cannot use the key "${key.text}" twice in one mapping`);
    } else {
      seen.add(key.text);
      const value = item.value === null ? emptyScalar(key) : convert(item.value, reading, depth + 1);
      if (value !== undefined) entries.push({ key, value });
    }
  }
  return { kind: "mapping", entries, at };
}

function convertScalar(node: YamlNode | null, at: Place, reading: Reading): Scalar | undefined {
  if (!isScalar(node)) {
    reading.findings.error("file/shape", at, "Cannot read the value: a word, a list or a mapping is expected");
    return undefined;
  }
  const text = String(node.value ?? "");
  const shape = { style: node.type ?? "PLAIN", source: reading.text, start: node.range?.[0] ?? 0 };
  return { kind: "scalar", text, at, placeOf: placesOf(text, at, shape) };
}

function emptyScalar(key: Scalar): Scalar {
  return { kind: "scalar", text: "", at: key.at, placeOf: () => key.at };
}

function forbid({ findings }: Reading, at: Place, what: string): undefined {
  findings.error("file/forbidden", at, `Cannot use ${what}: a rulebook says each thing where it stands`);
}

function placeAt({ file, lines }: Reading, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

function plainPlace(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}

function firstNotComposed(text: string): number {
  const composed = text.normalize("NFC");
  let offset = 0;
  while (text[offset] === composed[offset]) offset += 1;
  return offset;
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0]!.replace(/[.:]$/, "");
}
