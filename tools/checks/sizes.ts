import type { CheckReport } from "./report.ts";
import { type Source, typescriptSources } from "./sources.ts";

export const FILE_LINES_MAX = 300;
export const FILE_LINES_USUAL = 150;
/** Nine files in ten stay within the usual size. */
export const USUAL_SHARE_MIN = 0.9;
export const FUNCTION_LINES_MAX = 70;

const FUNCTION_START = /^(\s*)(?:export\s+)?(?:async\s+)?function\s*\*?\s*([A-Za-z0-9_]+)/;

/** Named functions with their length in lines; the end is the closing brace at the same indentation (Biome's format). */
export function functionLengths(text: string): readonly { readonly name: string; readonly lines: number }[] {
  const lines = text.split("\n");
  return lines.flatMap((line, start) => {
    const match = FUNCTION_START.exec(line);
    if (!match) return [];
    const end = lines.findIndex(
      (other, at) => at >= start && (other === `${match[1]}}` || (at === start && other.endsWith("}"))),
    );
    return end < 0 ? [] : [{ name: match[2]!, lines: end - start + 1 }];
  });
}

function isData(source: Source): boolean {
  return /\.(data|generated)\.tsx?$/.test(source.path);
}

/** File and function sizes (style.md §4.1). Tests count, generated files and data do not. */
export function checkSizes(sources: readonly Source[] = typescriptSources()): CheckReport {
  const written = sources.filter((source) => !isData(source));
  const length = (source: Source): number => source.text.split("\n").length - 1;
  const long = written.filter((source) => length(source) > FILE_LINES_MAX);
  const usual = written.filter((source) => length(source) <= FILE_LINES_USUAL).length / Math.max(1, written.length);
  const functions = written.flatMap((source) =>
    functionLengths(source.text)
      .filter((one) => one.lines > FUNCTION_LINES_MAX)
      .map((one) => `${source.path}: function ${one.name} has ${one.lines} lines, at most ${FUNCTION_LINES_MAX}`),
  );
  const share =
    usual >= USUAL_SHARE_MIN ? [] : [`only ${Math.round(usual * 100)} % of files are within ${FILE_LINES_USUAL} lines`];
  return {
    name: "sizes",
    seen: written.length,
    faults: [
      ...long.map((source) => `${source.path}: ${length(source)} lines, at most ${FILE_LINES_MAX}`),
      ...functions,
      ...share,
    ],
  };
}
