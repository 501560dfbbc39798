import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  Input,
  ModelInputError,
  models,
  monteCarlo,
  type Range,
  readTradeFlows,
  smartLines,
  tornado,
  usualOutput,
  usualRanges,
  vinerPicture,
  workingOf,
} from "@twinline/insight";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

/** A trade model with its working, and how far its answer hangs on what is not known. */
export const command: Command = {
  name: "impact",
  usage:
    "impact MODEL [--output PATH] [--range FIELD=LOW..HIGH|FIELD=xLOW..HIGH]… [--draws N] [--seed N] < input.json | " +
    "impact smart --flows FILE.csv [--demand=-1.5] [--substitution 1.5]",
  about:
    "Runs a trade model with its working, a tornado of the ranges and a seeded Monte Carlo; or SMART for every line of a CSV file",
  run,
};

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      output: { type: "string" },
      range: { type: "string", multiple: true },
      draws: { type: "string", default: "2000" },
      seed: { type: "string", default: "1" },
      flows: { type: "string" },
      demand: { type: "string", default: "-1.5" },
      substitution: { type: "string", default: "1.5" },
    },
    allowPositionals: true,
  });
  const [name] = positionals;
  const model = name === undefined ? undefined : models.get(name);
  if (name === undefined || !model || positionals.length > 1)
    throw new UsageError(`Name one model: ${[...models.keys()].join(", ")}`);
  try {
    if (values.flows !== undefined) return runFlows(name, values.flows, values.demand, values.substitution, effects);
    const input: unknown = JSON.parse(await effects.stdin());
    const result = model.compute(new Input(input));
    const ranges = values.range?.map(rangeOf) ?? usualRanges(name, input);
    const output = values.output ?? usualOutput[name];
    const sensitive = ranges.length > 0 && output !== undefined;
    const plan = { output: output ?? "", draws: Number(values.draws), seed: Number(values.seed) };
    const answer = {
      result,
      working: workingOf(name, input),
      ...(name === "viner-customs-union" && result.netWelfareChange !== undefined
        ? { picture: vinerPicture(input) }
        : {}),
      ...(sensitive
        ? { tornado: tornado(model, input, ranges, plan.output), monteCarlo: monteCarlo(model, input, ranges, plan) }
        : {}),
    };
    effects.out(JSON.stringify(answer, null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof ModelInputError) && !(error instanceof SyntaxError)) throw error;
    effects.err(error instanceof SyntaxError ? `Cannot read the input as JSON: ${error.message}` : error.message);
    return 2;
  }
}

function runFlows(name: string, named: string, demand: string, substitution: string, effects: Effects): ExitStatus {
  if (name !== "smart") throw new UsageError(`--flows is for the model smart, not "${name}"`);
  const file = path.resolve(effects.cwd, named);
  if (!existsSync(file)) throw new UsageError(`Cannot find the flows "${named}"`);
  const read = readTradeFlows(readFileSync(file, "utf8"));
  if ("faults" in read) {
    for (const { line, column, name: cell, sentence } of read.faults)
      effects.err(`${named}:${line}:${column}: ${cell}: ${sentence}`);
    return 1;
  }
  const elasticities = { importDemandElasticity: Number(demand), substitutionElasticity: Number(substitution) };
  effects.out(JSON.stringify(smartLines(read.flows, elasticities), null, 2));
  return 0;
}

/** "substitutionElasticity=1..2" is a range of values, "=x0.5..1.5" one of factors. */
function rangeOf(text: string): Range {
  const match = /^(.+)=(x?)(-?[\d.]+(?:e-?\d+)?)\.\.(-?[\d.]+(?:e-?\d+)?)$/.exec(text);
  const [low, high] = [Number(match?.[3]), Number(match?.[4])];
  if (!match || !Number.isFinite(low) || !Number.isFinite(high))
    throw new UsageError(`--range takes FIELD=LOW..HIGH or FIELD=xLOW..HIGH, not "${text}"`);
  return { field: match[1]!, low, high, kind: match[2] === "x" ? "factor" : "value" };
}
