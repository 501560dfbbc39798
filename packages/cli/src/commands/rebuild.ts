import { parseArgs } from "node:util";
import { rebuildState, type TableComparison } from "@twinline/server";
import type { Command, Effects, ExitStatus } from "../command.ts";
import { recordOptions, withRecord } from "../record.ts";

/** State made anew from the journal and compared with what the node keeps. */
export const command: Command = {
  name: "rebuild",
  usage: "rebuild [--side SIDE] [--data DIR] [--json]",
  about: "Makes all state from the journal in one snapshot and compares it with the node's; changes nothing",
  run: rebuild,
};

async function rebuild(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...recordOptions, json: { type: "boolean", default: false } },
  });
  const { json, ...flags } = values;
  const report = await withRecord(flags, effects, (room) =>
    rebuildState(room.connection, {
      ...room,
      rulebooks: room.world.rulebooks,
      progress: (entries) => effects.isTerminal && effects.err(`${entries} entries folded`),
    }),
  );
  if (json) {
    effects.out(JSON.stringify(report, null, 2));
  } else {
    for (const table of report.tables) effects.out(lineOf(table));
    effects.out(`${report.entries} entries folded: state is ${report.same ? "the same" : "NOT the same"}`);
  }
  return report.same ? 0 : 1;
}

function lineOf({ table, rows, rebuilt, onlyStored, onlyRebuilt }: TableComparison): string {
  const differs = onlyStored + onlyRebuilt > 0 ? `  only stored ${onlyStored}, only rebuilt ${onlyRebuilt}` : "";
  return `${table.padEnd(14)} ${String(rows).padStart(9)} stored ${String(rebuilt).padStart(9)} rebuilt${differs}`;
}
