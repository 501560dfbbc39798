import { parseArgs } from "node:util";
import { type DimensionName, dimensionNames, ELASTICITY_MAX } from "@twinline/insight";
import { type Language, languages } from "@twinline/rulebook";
import { UsageError } from "../command.ts";
import { type RecordFlags, recordOptions } from "../record.ts";

/** What `twinline replay` was asked for. */
export type ReplayOptions = RecordFlags & {
  readonly history: string;
  readonly reform: string;
  readonly rulebook: string | undefined;
  readonly folder: string | undefined;
  readonly by: readonly DimensionName[];
  readonly burden: string | undefined;
  readonly elasticity: number | undefined;
  readonly language: Language;
  readonly json: boolean;
};

/** Reads the words of the command line. */
export function readOptions(args: readonly string[]): ReplayOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...recordOptions,
      history: { type: "string" },
      reform: { type: "string" },
      rulebook: { type: "string" },
      rulebooks: { type: "string" },
      by: { type: "string", default: dimensionNames.join(",") },
      burden: { type: "string" },
      elasticity: { type: "string" },
      lang: { type: "string", default: "en" },
      json: { type: "boolean", default: false },
    },
  });
  const { history, reform, rulebook, rulebooks, by, burden, elasticity, lang, json, ...flags } = values;
  if (history === undefined) throw new UsageError("--history takes a Parquet file, or node for this node's journal");
  if (reform === undefined) throw new UsageError("--reform takes the YAML file of the reform to try");
  return {
    ...flags,
    history,
    reform,
    rulebook,
    folder: rulebooks,
    by: dimensionsOf(by),
    burden,
    elasticity: elasticity === undefined ? undefined : thousandthsOf(elasticity),
    language: languageOf(lang),
    json,
  };
}

function dimensionsOf(text: string): readonly DimensionName[] {
  return text.split(",").map((word) => {
    const found = dimensionNames.find((name) => name === word.trim());
    if (found === undefined) throw new UsageError(`--by takes some of ${dimensionNames.join(",")}, not "${word}"`);
    return found;
  });
}

function thousandthsOf(text: string): number {
  const value = Math.round(Number(text) * 1000);
  if (/^-?\d{1,2}(\.\d{1,3})?$/.test(text) && Math.abs(value) <= ELASTICITY_MAX) return value;
  throw new UsageError(`--elasticity takes a number from -10 to 10 with at most three decimals, not "${text}"`);
}

function languageOf(text: string): Language {
  const found = languages.find((language) => language === text);
  if (found === undefined) throw new UsageError(`--lang takes one of ${languages.join(", ")}, not "${text}"`);
  return found;
}
