import path from "node:path";
import { parseArgs } from "node:util";
import { type Config, type Log, readConfig, readSite, type SiteFiles, startZone } from "@twinline/server";
import type { Command, Effects, ExitStatus } from "../command.ts";
import { announcement } from "../start/announce.ts";
import { openLogFile } from "../start/log-file.ts";
import { untilEnded } from "../start/until-ended.ts";
import { buildScreens, isStale, siteFolder } from "../start/web-build.ts";

const REPOSITORY = path.join(import.meta.dirname, "..", "..", "..", "..");

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      side: { type: "string" },
      data: { type: "string" },
      port: { type: "string" },
      zone: { type: "string" },
      demo: { type: "boolean", default: false },
    },
  });
  const { demo, ...flags } = values;
  const ended = untilEnded(effects.env);
  const leaving = new AbortController();
  const screens = openScreens(effects);
  const world = worldOf(readConfig(effects.env, flags), effects);
  const zone = await startZone({ ...world, demo, site: screens.site });
  try {
    await Promise.race([screens.built, ended]);
    for (const line of announcement(zone)) effects.out(line);
    if (demo) {
      // NOTE: the traffic's engine is loaded where it is wanted, not before the first decision of every start.
      const { playDemo } = await import("../start/demo.ts");
      for (const node of zone.nodes) void playDemo(node, world.config.dataFolder, effects, leaving.signal);
    }
    return await Promise.race([ended.then((): ExitStatus => 0), zone.stopped.then(() => lostLock(effects))]);
  } finally {
    // NOTE: made-up travellers would keep this process alive, asking a closed door again and again.
    leaving.abort();
    await zone.stop();
  }
}

function worldOf(config: Config, effects: Effects) {
  const dataFolder = path.resolve(effects.cwd, config.dataFolder);
  return { config: { ...config, dataFolder }, log: logOf(dataFolder, effects), progress: effects.err };
}

/** On a terminal the five lines stay in sight: requests go to a file, warnings to both. In a pipe all goes to stderr. */
function logOf(folder: string, effects: Effects): Log {
  if (!effects.isTerminal) return effects.err;
  let kept: ReturnType<typeof openLogFile> | undefined;
  return (line, kind) => {
    if (kind === "warning") effects.err(line);
    kept ??= openLogFile(folder);
    kept.log(line);
  };
}

/** The screens as they are built now, and a word when they had to be built first; without them the API still serves. */
function openScreens(effects: Effects): { site: () => SiteFiles; built: Promise<void> } {
  let site = readSite(siteFolder(REPOSITORY));
  if (effects.env.TWINLINE_NO_BUILD !== undefined || !isStale(REPOSITORY))
    return { site: () => site, built: Promise.resolve() };
  effects.err("Building the screens, once after each change of their sources …");
  const built = buildScreens(REPOSITORY).then(
    () => {
      site = readSite(siteFolder(REPOSITORY));
    },
    (cause: Error) =>
      effects.err(`${cause.message}\nThe API serves without them; mend the cause and run "npm run build"`),
  );
  return { site: () => site, built };
}

function lostLock(effects: Effects): ExitStatus {
  effects.err(
    "Stopped: the connection that made this node the one writer of its journal is lost; see that the database runs, then start again",
  );
  return 3;
}

export const command: Command = {
  name: "start",
  usage: "start [--side SIDE|both] [--demo] [--data DIR] [--port N] [--zone NAME]",
  about:
    "Starts the node and its screens on this machine's loopback; Ctrl-C stops it. The zone and its sides are those of rulebooks/ZONE/zone.yaml. Variables: DATABASE_URL, MIGRATION_URL, TWINLINE_DATA, TWINLINE_PORT, TWINLINE_SIDE, TWINLINE_ZONE, TWINLINE_ORIGIN.",
  run,
};
