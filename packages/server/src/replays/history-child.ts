import { renameSync } from "node:fs";
import { generateTraffic, type RecordedLine, writeRecorded, writeTraffic } from "@twinline/insight";
import type { ToHistoryChild } from "./make-history.ts";

const pages: (readonly RecordedLine[] | undefined)[] = [];
let arrived: () => void = () => {};

function say(message: object): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, {}, () => resolve()));
}

/** Pages as the parent sends them; each is acknowledged, so that at most one waits here. */
async function* received(): AsyncGenerator<RecordedLine> {
  for (;;) {
    if (pages.length === 0) {
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
    const page = pages.shift();
    if (page === undefined) return;
    yield* page;
    await say({ kind: "taken" });
  }
}

async function work(message: ToHistoryChild): Promise<void> {
  if (message.kind === "lines" || message.kind === "end") {
    pages.push(message.kind === "lines" ? message.lines : undefined);
    arrived();
    return;
  }
  const part = `${message.file}.part`;
  try {
    const lines = message.kind === "record" ? await writeRecorded(part, message.facts, received()) : await generate();
    renameSync(part, message.file);
    await say({ kind: "written", lines });
  } catch (error) {
    await say({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect?.();

  async function generate(): Promise<number> {
    const { passages, from, seed, gate } = message as ToHistoryChild & { kind: "generate" };
    const days = generateTraffic({ passages, from: Temporal.PlainDate.from(from), seed });
    let told = 0;
    const { rows } = await writeTraffic(part, gate, days, (done) => {
      if (performance.now() - told < 200) return;
      told = performance.now();
      void say({ kind: "progress", done, total: passages });
    });
    return rows;
  }
}

process.on("message", (message) => void work(message as ToHistoryChild));
