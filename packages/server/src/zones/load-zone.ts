import fs from "node:fs";
import path from "node:path";
import { readZone, type Zone, ZoneFileError } from "@twinline/zone";
import { parse } from "yaml";
import { StartError } from "../errors.ts";

/** Law and description of the zones that come with the product; another zone is another folder. */
export const RULEBOOKS_FOLDER = path.join(import.meta.dirname, "../../../../rulebooks");

/** The zone's description, `<folder>/<zone>/zone.yaml`. Throws StartError when it is missing or does not say what it must. */
export function loadZone(zone: string, folder: string = RULEBOOKS_FOLDER): Zone {
  const file = path.join(folder, zone, "zone.yaml");
  if (!fs.existsSync(file)) throw unknownZone(zone, folder);
  try {
    return readZone(parse(fs.readFileSync(file, "utf8"), { schema: "core", uniqueKeys: true }));
  } catch (cause) {
    const why = cause instanceof ZoneFileError ? cause.message : `Cannot read the zone file "${file}"`;
    throw new StartError("start/zone-file", `${why}; mend "${file}" and start again`, { file });
  }
}

function unknownZone(zone: string, folder: string): StartError {
  const zones = fs.globSync("*/zone.yaml", { cwd: folder }).map((file) => path.dirname(file));
  const choose = zones.length === 0 ? `"${folder}" holds none` : `choose one of ${zones.sort().join(", ")}`;
  return new StartError("start/zone-unknown", `Cannot find the zone "${zone}": ${choose}`, { zone });
}
