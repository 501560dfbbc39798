import { stripTypeScriptTypes } from "node:module";
import { codeMask } from "./code-mask.ts";

/** One small change of a source: characters from `start` to `end` become `to`. */
export type Mutant = {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
};

type Change = { readonly pattern: RegExp; readonly to: (found: string) => string };

const swap = (pattern: RegExp, words: { readonly [word: string]: string }): Change => ({
  pattern,
  to: (found) => words[found]!,
});

/** What is changed: comparisons, logic, arithmetic, constants, choices, negations, and whole statements. */
const changes: readonly Change[] = [
  swap(/(?<= )(?:===|!==|<=|>=|<|>)(?= )/g, { "===": "!==", "!==": "===", "<": "<=", "<=": "<", ">": ">=", ">=": ">" }),
  swap(/(?<= )(?:&&|\|\|)(?= )/g, { "&&": "||", "||": "&&" }),
  swap(/(?<= )(?:[+*/-]|\+=|-=)(?= )/g, { "+": "-", "-": "+", "*": "/", "/": "*", "+=": "-=", "-=": "+=" }),
  swap(/\b(?:true|false)\b/g, { true: "false", false: "true" }),
  swap(/\.(?:some|every)(?=\()/g, { ".some": ".every", ".every": ".some" }),
  swap(/\bMath\.(?:min|max|floor|ceil)\b/g, {
    "Math.min": "Math.max",
    "Math.max": "Math.min",
    "Math.floor": "Math.ceil",
    "Math.ceil": "Math.floor",
  }),
  { pattern: /(?<![\w.#$])\d[\d_]*n?(?![\w.])/g, to: nextNumber },
  { pattern: /(?<=[\s(])!(?=[\w(])/g, to: () => "" },
  { pattern: /(?<=\bif \()[^()\n]*(?:\([^()\n]*\)[^()\n]*)*(?=\))/g, to: () => "false" },
  { pattern: /(?<=\bif \()[^()\n]*(?:\([^()\n]*\)[^()\n]*)*(?=\))/g, to: () => "true" },
  {
    pattern:
      /(?<=\n)[ ]+(?!return|throw|const|let|type|case|import|export|readonly)[\w.#[\]!]+(?:\(.*\)| [+-]?= .*);(?=\n)/g,
    to: () => "",
  },
];

function nextNumber(found: string): string {
  const digits = found.replaceAll("_", "").replace(/n$/, "");
  return `${BigInt(digits) + 1n}${found.endsWith("n") ? "n" : ""}`;
}

/** Every mutant of a source that is still TypeScript; types and declarations of types are left alone. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const mask = codeMask(source);
  const mutants: Mutant[] = [];
  for (const { pattern, to } of changes) {
    for (const match of source.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const mutant = { file, line: lineAt(source, start), start, end, from: match[0].trim(), to: to(match[0]) };
      if (!mask[start] || isType(source, start) || mutant.from === mutant.to || !isProgram(apply(source, mutant)))
        continue;
      mutants.push(mutant);
    }
  }
  return mutants;
}

export function apply(source: string, { start, end, to }: Mutant): string {
  return source.slice(0, start) + to + source.slice(end);
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split("\n").length;
}

/** Lines that only declare types disappear before the program runs. */
function isType(source: string, index: number): boolean {
  const line = source.slice(source.lastIndexOf("\n", index) + 1).split("\n", 1)[0]!;
  return /^\s*(?:readonly |\| |type |export type |import )/.test(line);
}

function isProgram(source: string): boolean {
  try {
    stripTypeScriptTypes(source);
    return true;
  } catch {
    return false;
  }
}
