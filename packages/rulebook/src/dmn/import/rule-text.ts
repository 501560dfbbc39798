import { numberText } from "../feel/number.ts";
import type { Figures } from "./literal.ts";

/** A rule as it stands under `rules`: its hit policy and its table in pipe text, columns padded. */
export function ruleText(
  name: string,
  hit: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [[...columns, `=> ${name}`], ...rows];
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const padded = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join(" | ")
      .trimEnd(),
  );
  return [`  ${name}:`, `    hit: ${hit}`, "    table: |", ...padded.map((line) => `      ${line}`)].join("\n");
}

/** Parameters for the figures of the cells; what only the author knows stands in capitals. */
export function figuresText(figures: Figures): readonly string[] {
  return [...figures].map(([name, figure]) => {
    const type = figure.exponent < 0 ? "TYPE" : "integer";
    return `  ${name}: {type: ${type}, values: [{from: DATE, is: ${numberText(figure)}, source: SOURCE}]}`;
  });
}
