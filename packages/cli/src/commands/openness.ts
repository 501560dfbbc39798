import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  compareSides,
  exampleSample,
  type GoodsFacts,
  historySample,
  OpennessError,
  opennessOf,
  type TwinEvent,
  type TwinResult,
  twins,
} from "@twinline/insight";
import type { CheckedRulebook } from "@twinline/rulebook";
import { dayNumber, readZone } from "@twinline/zone";
import { parse } from "yaml";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { opennessLines, sideLines, twinLines } from "../openness/print.ts";
import { type RecordFlags, recordOptions } from "../record.ts";
import { withJournalHistory } from "../replay/journal-history.ts";
import { findingText, findLawFolder, loadNamed } from "../rulebook-files.ts";

const EVENTS_USUAL = "20000";
const PASSPORTS_USUAL = "CN,KZ,KG,RU,DE";

/** Where a rulebook's outcomes depend on nationality or side, and how often they do. */
export const command: Command = {
  name: "openness",
  usage:
    "openness RULEBOOK [--history FILE.parquet|node] [--events N] [--passports CN,KZ,…] [--other RULEBOOK] [--at DATE] " +
    "[--rulebooks DIR] [--side cn|kz] [--data DIR] [--json]",
  about: "Shows where outcomes depend on nationality or side, by how much, and under which provision",
  run,
};

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...recordOptions,
      history: { type: "string" },
      events: { type: "string", default: EVENTS_USUAL },
      passports: { type: "string", default: PASSPORTS_USUAL },
      other: { type: "string" },
      at: { type: "string" },
      rulebooks: { type: "string" },
      json: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new UsageError("Cannot show openness: expected one RULEBOOK");
  const loaded = loadNamed(effects.cwd, name, values.rulebooks);
  const other = values.other === undefined ? undefined : loadNamed(effects.cwd, values.other, values.rulebooks);
  for (const one of [loaded, other])
    if (one !== undefined && "findings" in one) {
      for (const finding of one.findings) effects.err(findingText(finding));
      return 1;
    }
  const { rulebook } = loaded as { rulebook: CheckedRulebook };
  const sample = (of: CheckedRulebook): Promise<readonly TwinEvent[]> => sampleOf(of, values, effects);
  try {
    const reads = opennessOf(rulebook, dayOf(values.at));
    const result = await twinsOf(rulebook, sample, values);
    const sides =
      other === undefined
        ? undefined
        : await compareWith(rulebook, (other as { rulebook: CheckedRulebook }).rulebook, sample);
    if (values.json) effects.out(JSON.stringify({ reads, twins: result, sides }, null, 2));
    else {
      const told = [...opennessLines(reads), ...(result ? twinLines(result) : []), ...(sides ? sideLines(sides) : [])];
      for (const line of told) effects.out(line);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof OpennessError)) throw error;
    effects.err(`${error.id}: ${error.message}`);
    return 1;
  }
}

type Flags = RecordFlags & {
  readonly history?: string | undefined;
  readonly events: string;
  readonly passports: string;
  readonly rulebooks?: string | undefined;
};

/** Undefined for a rulebook that reads no country: there is nothing to exchange. */
async function twinsOf(
  rulebook: CheckedRulebook,
  sample: (of: CheckedRulebook) => Promise<readonly TwinEvent[]>,
  { history, passports }: Flags,
): Promise<TwinResult | undefined> {
  if (!rulebook.facts.some(({ type }) => type.kind === "country")) return undefined;
  const codes = passports.split(",").map((code) => code.trim());
  for (const code of codes)
    if (!/^[A-Z]{2}$/.test(code)) throw new UsageError(`--passports takes codes of two letters, not "${code}"`);
  const kind = history === undefined ? "examples" : "history";
  return twins({ rulebook, events: await sample(rulebook), kind, passports: codes });
}

async function compareWith(
  rulebook: CheckedRulebook,
  other: CheckedRulebook,
  sample: (of: CheckedRulebook) => Promise<readonly TwinEvent[]>,
) {
  return compareSides({ rulebook, events: await sample(rulebook) }, { rulebook: other, events: await sample(other) });
}

async function sampleOf(
  rulebook: CheckedRulebook,
  { history, events, rulebooks, side, data, zone }: Flags,
  effects: Effects,
): Promise<readonly TwinEvent[]> {
  if (history === undefined) return exampleSample(rulebook);
  const count = Number(events);
  if (!Number.isSafeInteger(count) || count < 1) throw new UsageError(`--events takes a whole number, not "${events}"`);
  const goods = goodsOf(effects, rulebook.name, rulebooks);
  const flags = { ...(side && { side }), ...(data && { data }), ...(zone && { zone }) };
  if (history === "node")
    return withJournalHistory(flags, effects, rulebook.name, rulebook.facts, (file) =>
      historySample(rulebook, { file, events: count, goods }),
    );
  const file = path.resolve(effects.cwd, history);
  if (!existsSync(file)) throw new UsageError(`Cannot find the history "${history}"`);
  return historySample(rulebook, { file, events: count, goods });
}

function goodsOf(effects: Effects, rulebook: string, rulebooks: string | undefined): GoodsFacts {
  const file = path.join(findLawFolder(effects.cwd, rulebooks), rulebook.split("/")[0]!, "zone.yaml");
  if (!existsSync(file)) return {};
  const zone = readZone(parse(readFileSync(file, "utf8"), { schema: "core", uniqueKeys: true }));
  return Object.fromEntries(zone.goods.map(({ code, facts }) => [code, facts]));
}

function dayOf(text: string | undefined): number {
  try {
    return text === undefined ? dayNumber(Temporal.Now.plainDateISO().toString()) : dayNumber(text);
  } catch {
    throw new UsageError(`--at takes a day as 2025-01-01, not "${text}"`);
  }
}
