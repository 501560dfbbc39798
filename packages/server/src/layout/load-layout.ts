import fs from "node:fs";
import path from "node:path";
import type { LayoutAnswer } from "@twinline/api";
import { type Layout, readLayout, readLines, type Zone, ZoneFileError } from "@twinline/zone";
import { parse } from "yaml";
import { StartError } from "../errors.ts";
import { RULEBOOKS_FOLDER } from "../zones/load-zone.ts";

/** A zone of which no plan is held. */
const none: Layout = { plan: { columns: 1, rows: 1 }, sides: [], gates: [], halls: [], blocks: [] };

/** Reads rulebooks/<zone>/layout.yaml, where there is one, with the lanes of the zone's file. Throws StartError. */
export function loadLayout(zone: Zone, folder: string = RULEBOOKS_FOLDER): LayoutAnswer {
  const file = path.join(folder, zone.zone, "layout.yaml");
  const layout = fs.existsSync(file) ? readFile(file, readLayout) : none;
  const lines = readFile(path.join(folder, zone.zone, "zone.yaml"), readLines);
  return {
    plan: layout.plan,
    sides: layout.sides.map(({ side, at }) => {
      const found = zone.sides.find((one) => one.side === side);
      if (found === undefined) throw faultIn(file, `"sides.${side}" is no side of the zone`);
      return { side, at, title: found.title };
    }),
    gates: layout.gates.map(({ gate, ...rest }) => {
      const found = zone.gates.find((one) => one.gate === gate);
      if (found === undefined) throw faultIn(file, `"gates.${gate}" is no gate of the zone`);
      const { side, label } = found;
      const own = lines.filter((line) => line.gate === gate);
      const { gate: _, ...halls } = layout.halls.find((one) => one.gate === gate) ?? {};
      return {
        gate,
        side,
        label,
        ...rest,
        lines: own.map(({ line, lanes }) => ({ line, lanes: lanes.length })),
        ...("note" in halls ? { halls } : {}),
      };
    }),
    blocks: [...layout.blocks],
  };
}

function readFile<T>(file: string, read: (data: unknown) => T): T {
  try {
    return read(parse(fs.readFileSync(file, "utf8"), { schema: "core", uniqueKeys: true }));
  } catch (cause) {
    throw faultIn(file, cause instanceof ZoneFileError ? cause.message : `Cannot read the file "${file}"`);
  }
}

function faultIn(file: string, why: string): StartError {
  return new StartError("start/layout-file", `${why}; mend "${file}" and start again`, { file });
}
