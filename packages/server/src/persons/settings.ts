import fs from "node:fs";
import path from "node:path";
import { type PersonSettings, readPersonSettings, ZoneFileError } from "@twinline/zone";
import { parse } from "yaml";
import { StartError } from "../errors.ts";
import { RULEBOOKS_FOLDER } from "../zones/load-zone.ts";

const FILE = "persons.yaml";

/** Reads rulebooks/<zone>/<side>/persons.yaml, else rulebooks/persons.yaml. Throws StartError. */
export function loadPersonSettings(zone: string, side: string, folder: string = RULEBOOKS_FOLDER): PersonSettings {
  const own = path.join(folder, zone, side, FILE);
  const file = fs.existsSync(own) ? own : path.join(folder, FILE);
  try {
    return readPersonSettings(parse(fs.readFileSync(file, "utf8"), { schema: "core", uniqueKeys: true }));
  } catch (cause) {
    const why = cause instanceof ZoneFileError ? cause.message : `Cannot read the file "${file}"`;
    throw new StartError("start/persons-file", `${why}; mend "${file}" and start again`, { file });
  }
}
