import { isPair, isScalar, LineCounter, parseDocument, type Scalar, visit } from "yaml";
import type { Finding } from "../ir/finding.ts";
import { Findings } from "../read/findings.ts";
import { readYaml } from "../read/yaml.ts";
import { formatTable } from "./format-table.ts";

export type Formatted = { readonly text: string } | { readonly findings: readonly Finding[] };

/**
 * The text of a rulebook or reform in its one layout: tables by `formatTable`, no spaces at the end of a line, at
 * most one empty line together, one newline at the end. Comments, the order of keys and every value stay as they
 * are; what is no YAML of the language gives findings. Formatting twice changes nothing more.
 */
export function formatRulebook(file: string, text: string, options: { readonly fit?: boolean } = {}): Formatted {
  const findings = new Findings();
  if (readYaml(file, text, findings) === undefined || !findings.passed) return { findings: findings.sorted() };
  const lines = text.split("\n");
  const tables = blocksOf(text, (key) => key === "table");
  const kept = new Set(blocksOf(text, (key) => key !== "table").flatMap(linesOf));
  const out: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const table = tables.find(({ first }) => first === index);
    if (table !== undefined) {
      out.push(...layOut(lines.slice(table.first, table.last + 1), options.fit ?? false));
      index = table.last;
    } else if (kept.has(index)) out.push(lines[index]!);
    else if (lines[index]!.trim() !== "" || (out.length > 0 && out.at(-1) !== "")) out.push(lines[index]!.trimEnd());
  }
  const joined = out.join("\n");
  return { text: kept.has(lines.length - 1) ? joined : `${joined.trimEnd()}\n` };
}

/** Lines of a value written over several, from 0; `first` and `last` are inside it. */
type Block = { readonly first: number; readonly last: number };

function linesOf({ first, last }: Block): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The values over several lines whose key passes; a value without a key has the key "". */
function blocksOf(text: string, passes: (key: string) => boolean): Block[] {
  const blocks: Block[] = [];
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line - 1;
  visit(parseDocument(text, { schema: "failsafe", logLevel: "error", lineCounter: lines }), {
    Scalar: (_, node, path) => {
      const pair = path.at(-1);
      const key = isPair(pair) && pair.value === node && isScalar(pair.key) ? String(pair.key.value) : "";
      const isTable = node.type === "BLOCK_LITERAL" && key === "table";
      if (!passes(isTable ? "table" : "")) return;
      const [first, last] = [lineAt(node.range![0]), lineAt(endOf(node, text))];
      if (last > first) blocks.push({ first: first + 1, last });
    },
  });
  return blocks;
}

/** Where a value ends: the empty lines after it are its own only in a block that says so by "+". */
function endOf({ range }: Scalar, text: string): number {
  const source = text.slice(range![0], range![1]);
  return range![0] + (/^[|>]\d?\+/.test(source) ? source : source.trimEnd()).length;
}

function layOut(lines: readonly string[], fit: boolean): string[] {
  const [first = ""] = lines;
  const indent = first.slice(0, first.length - first.trimStart().length);
  return formatTable(lines, fit).map((line) => `${indent}${line.trim()}`);
}
