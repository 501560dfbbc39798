import { existsSync } from "node:fs";
import path from "node:path";
import { ReplayError, type ReplayJob, replayApart } from "@twinline/insight";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { withJournalHistory } from "../replay/journal-history.ts";
import { type ReplayOptions, readOptions } from "../replay/options.ts";
import { loadPolicies, type Policies } from "../replay/policies.ts";
import { replayLines } from "../replay/print.ts";
import { progressBar } from "../replay/progress-bar.ts";
import { findingText } from "../rulebook-files.ts";

/** The output that says what people pay, where the rulebook has it. */
const BURDENS = ["tax", "duty_due", "duty"];

export const command: Command = {
  name: "replay",
  usage:
    "replay --history FILE.parquet|node --reform FILE.yaml [--rulebook NAME] [--by residence,month,gate,category,chapter] " +
    "[--burden OUTPUT] [--elasticity=-0.8] [--lang zh|kk|ru|en] [--rulebooks DIR] [--side SIDE] [--data DIR] [--json]",
  about: "Decides a history again under the law and under a reform: what is paid, who wins, who loses, what changes",
  run,
};

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const options = readOptions(args);
  const policies = loadPolicies(effects.cwd, options.reform, options.rulebook, options.folder);
  if ("findings" in policies) {
    for (const finding of policies.findings) effects.err(findingText(finding));
    return 1;
  }
  const bar = progressBar(effects.isTerminal);
  try {
    const result = await withHistory(options, effects, policies, (job) => replayApart(job, bar.show));
    bar.end();
    if (options.json) effects.out(JSON.stringify(result, null, 2));
    else for (const line of replayLines(result, policies.base, options.language)) effects.out(line);
    return 0;
  } catch (error) {
    bar.end();
    if (!(error instanceof ReplayError)) throw error;
    effects.err(`${error.id}: ${error.message}`);
    return error.id === "replay/crashed" || error.id === "replay/failed" ? 3 : 1;
  }
}

type Loaded = Exclude<Policies, { findings: unknown }>;

async function withHistory<T>(
  options: ReplayOptions,
  effects: Effects,
  { base, reform, goods }: Loaded,
  work: (job: ReplayJob) => Promise<T>,
): Promise<T> {
  const { by, elasticity } = options;
  const burden = options.burden ?? BURDENS.find((name) => base.outputs.includes(name));
  const job = {
    base,
    reform,
    goods,
    by,
    ...(burden === undefined ? {} : { burden }),
    ...(elasticity === undefined ? {} : { elasticity }),
  };
  if (options.history === "node") {
    const facts = [...base.facts, ...reform.facts.filter(({ name }) => base.facts.every((fact) => fact.name !== name))];
    return withJournalHistory(options, effects, base.name, facts, (history) =>
      work({ ...job, history, recorded: true }),
    );
  }
  const history = path.resolve(effects.cwd, options.history);
  if (!existsSync(history)) throw new UsageError(`Cannot find the history "${options.history}"`);
  return work({ ...job, history, recorded: false });
}
