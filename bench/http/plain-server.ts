import Fastify from "fastify";
import { BareTables } from "./bare.ts";
import { type RecordedRow, readRecorded } from "./recorded.ts";

/**
 * A door without law: takes the same requests over HTTP and inserts the recorded rows in the batches that gather, nothing
 * checked, decided, hashed or signed. Run as a process of its own: FOLDER FIRST LAST; prints its port.
 */
const [folder = "", first = "0", last = "0"] = process.argv.slice(2);
const { rows } = await readRecorded(folder, Number(first), Number(last));
const bare = await BareTables.open(folder);
const waiting: { row: RecordedRow; done: () => void; failed: (cause: unknown) => void }[] = [];
let next = 0;
let working = false;

async function work(): Promise<void> {
  working = true;
  await new Promise((resolve) => setImmediate(resolve));
  while (waiting.length > 0) {
    const batch = waiting.splice(0);
    try {
      await bare.insertBatch(batch.map(({ row }) => row));
      for (const { done } of batch) done();
    } catch (cause) {
      for (const { failed } of batch) failed(cause);
    }
  }
  working = false;
}

const app = Fastify();
app.post("/api/passages", async () => {
  const row = rows[next++];
  if (row === undefined) return { receipt: { number: 0 } };
  await new Promise<void>((done, failed) => {
    waiting.push({ row, done, failed });
    if (!working) void work();
  });
  return { receipt: { number: Number(row.number) } };
});
await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${(app.server.address() as { port: number }).port}\n`);
