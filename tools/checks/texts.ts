import type { CheckReport } from "./report.ts";
import { type Source, typescriptSources } from "./sources.ts";

const MARKS: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\b(TODO|FIXME|XXX:|HACK)\b/, why: "open ends belong into an issue" },
  { pattern: /@ts-(ignore|nocheck)/, why: "types are mended, not silenced" },
  { pattern: /\bnew Date\b|\bDate\.(now|parse|UTC)\b/, why: "Temporal, never Date" },
  { pattern: /\b(test|it|describe)\.(skip|only|todo)\b/, why: "a test that does not run proves nothing" },
];

/** Marks that may not stand in the main line. This file holds the patterns and is the one exception. */
export function checkTexts(sources: readonly Source[] = typescriptSources()): CheckReport {
  const read = sources.filter((source) => !source.path.startsWith("tools/checks/texts"));
  const faults = read.flatMap((source) =>
    source.text
      .split("\n")
      .flatMap((line, index) =>
        MARKS.filter((mark) => mark.pattern.test(line)).map(
          (mark) => `${source.path}:${index + 1}: ${mark.why}: ${line.trim().slice(0, 80)}`,
        ),
      ),
  );
  return { name: "texts", seen: read.length, faults };
}
