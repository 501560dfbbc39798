import Fastify from "fastify";
import { BareTables } from "./bare.ts";
import { GatheredInserts } from "./gathered-inserts.ts";
import { readRecorded } from "./recorded.ts";

/**
 * A door without law: takes the same requests over HTTP and inserts the recorded rows in the batches that gather, nothing
 * checked, decided, hashed or signed. Run as a process of its own: DATABASE-FOLDER FIRST LAST [KINDS]; prints its port.
 */
const [folder = "", first = "0", last = "0", ...kinds] = process.argv.slice(2);
const { rows } = await readRecorded(folder, Number(first), Number(last), kinds.length === 0 ? undefined : kinds);
const inserts = new GatheredInserts(await BareTables.open(folder), rows);

const app = Fastify();
app.post("/api/passages", async () => ({ receipt: { number: Number((await inserts.take())?.number ?? 0) } }));
await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${(app.server.address() as { port: number }).port}\n`);
