import path from "node:path";
import { openRecordRoom, type RecordRoom, readConfig } from "@twinline/server";
import { type Effects, UsageError } from "./command.ts";

/** Options by which a command finds a side's journal, the same as those of `twinline start`. */
export const recordOptions = {
  side: { type: "string" },
  data: { type: "string" },
  zone: { type: "string" },
} as const;

export type RecordFlags = { readonly side?: string; readonly data?: string; readonly zone?: string };

/** Opens the journal that flags and environment name, does the work and closes it; a node may run beside. */
export async function withRecord<T>(
  flags: RecordFlags,
  effects: Effects,
  work: (room: RecordRoom) => Promise<T>,
): Promise<T> {
  const config = readConfig(effects.env, flags);
  const [side, ...more] = config.sides;
  if (side === undefined || more.length > 0) throw new UsageError("Cannot read two journals at once: name one side");
  const dataFolder = path.resolve(effects.cwd, config.dataFolder);
  const room = await openRecordRoom({ ...config, dataFolder }, side, effects.err);
  try {
    return await work(room);
  } finally {
    await room.close();
  }
}
