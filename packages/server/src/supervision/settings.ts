import fs from "node:fs";
import path from "node:path";
import { type Line, readLines, readSupervision, type Supervision, ZoneFileError } from "@twinline/zone";
import { parse } from "yaml";
import { StartError } from "../errors.ts";
import { RULEBOOKS_FOLDER } from "../zones/load-zone.ts";

/** How a side watches itself: the figures it set, and the lines of its gates. */
export type Settings = Supervision & { readonly lines: readonly Line[] };

/** Reads rulebooks/<zone>/supervision.yaml, else rulebooks/supervision.yaml, and the lanes of the zone's file. Throws StartError. */
export function loadSettings(zone: string, side: string, folder: string = RULEBOOKS_FOLDER): Settings {
  const own = path.join(folder, zone, "supervision.yaml");
  const file = fs.existsSync(own) ? own : path.join(folder, "supervision.yaml");
  const lines = readFile(path.join(folder, zone, "zone.yaml"), readLines).filter((line) => line.side === side);
  return { ...readFile(file, readSupervision), lines };
}

function readFile<T>(file: string, read: (data: unknown) => T): T {
  try {
    return read(parse(fs.readFileSync(file, "utf8"), { schema: "core", uniqueKeys: true }));
  } catch (cause) {
    const why = cause instanceof ZoneFileError ? cause.message : `Cannot read the file "${file}"`;
    throw new StartError("start/supervision-file", `${why}; mend "${file}" and start again`, { file });
  }
}
