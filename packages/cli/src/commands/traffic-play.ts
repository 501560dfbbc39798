import path from "node:path";
import { parseArgs } from "node:util";
import { PASSAGES_MAX, readTraffic } from "@twinline/insight";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { laneRegister } from "../traffic/lanes.ts";
import { signInByLink } from "../traffic/node-client.ts";
import { plannedPassages } from "../traffic/passage-requests.ts";
import { play } from "../traffic/play.ts";
import { findTrafficGate } from "../traffic/traffic-gate.ts";

const RATE_MAX = 10_000;

function positive(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!(value > 0) || value > most) throw new UsageError(`--${name} takes a number from 1 to ${most}`);
  return value;
}

function linkToken(text: string | undefined): string {
  const token = /([A-Za-z0-9_-]{43})$/.exec(text ?? "")?.[1];
  if (!token) throw new UsageError("--link takes the one-time link that the node printed for the administrator");
  return token;
}

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: "string" },
      rate: { type: "string", default: "50" },
      link: { type: "string" },
      gate: { type: "string" },
      limit: { type: "string", default: String(PASSAGES_MAX) },
    },
  });
  const [file] = positionals;
  if (!file || !values.to) throw new UsageError("A history file and --to with the node's address are expected");
  const rate = positive("rate", values.rate, RATE_MAX);
  const pages = readTraffic(path.resolve(effects.cwd, file), positive("limit", values.limit, PASSAGES_MAX));
  const administrator = await signInByLink(values.to, linkToken(values.link ?? effects.env.TWINLINE_LINK));
  const gate = await findTrafficGate(values.to, values.gate);
  const report = await play({
    passages: plannedPassages(pages, gate),
    laneOf: laneRegister(administrator, gate.gate),
    rate,
    progress: (so) => {
      if (effects.isTerminal && so.answers % 100 === 0) process.stderr.write(`\r${so.answers} answers `);
    },
  });
  if (effects.isTerminal) effects.err("");
  for (const line of report.lines()) effects.out(line);
  return report.errors.size === 0 ? 0 : 1;
}

export const command: Command = {
  name: "traffic play",
  usage: "traffic play FILE --to URL --rate N --link LINK [--gate GATE] [--limit N]",
  about:
    "Feeds a history file to a running node through its lanes and reports answers, refusals, errors, p50, p95, p99.",
  run,
};
