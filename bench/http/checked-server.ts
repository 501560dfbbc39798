import { randomBytes } from "node:crypto";
import path from "node:path";
import { PassageRequest, routes } from "@twinline/api";
import { createAccess } from "../../packages/server/src/access/access.ts";
import { authorOf } from "../../packages/server/src/access/caller.ts";
import { requireAbility, requireDevice } from "../../packages/server/src/access/guard.ts";
import { keyOf } from "../../packages/server/src/access/recording.ts";
import { createApp } from "../../packages/server/src/app.ts";
import { APP_ROLE, openDatabase } from "../../packages/server/src/database.ts";
import type { ZoneNode } from "../../packages/server/src/node.ts";
import { readPassage } from "../../packages/server/src/passages/commands.ts";
import { openSecrets } from "../../packages/server/src/secrets.ts";
import { openPeople } from "../../packages/server/src/start/open-people.ts";
import { loadZone } from "../../packages/server/src/zones/load-zone.ts";
import { BareTables } from "./bare.ts";
import { GatheredInserts } from "./gathered-inserts.ts";
import { DATABASE, readRecorded } from "./recorded.ts";

/**
 * The node's own door before bare inserts: limits, body, schema, signature, permission, documents and vault as in the node,
 * then the recorded rows in the batches that gather; no chain, no hash, no rule, and an answer of one number. Run as a
 * process of its own: DATA-FOLDER DATABASE-FOLDER FIRST LAST; prints its port.
 */
const [data = "", folder = "", first = "0", last = "0"] = process.argv.slice(2);
const { rows } = await readRecorded(folder, Number(first), Number(last));
const inserts = new GatheredInserts(await BareTables.open(folder), rows);
const now = () => Temporal.Now.instant();
const node: ZoneNode = {
  zone: "khorgos",
  side: "cn",
  database: openDatabase({ host: folder, port: 5432, user: APP_ROLE, database: DATABASE }),
  secrets: openSecrets(path.join(data, "secrets", "cn")),
  effects: { now, random: (bytes) => new Uint8Array(randomBytes(bytes)) },
};
const access = createAccess({ node, ask: () => Promise.reject(new Error("No rules behind this door")) });
const people = openPeople(node);
const zone = loadZone(node.zone);
const day = Math.floor(now().epochMilliseconds / 86_400_000);

const app = await createApp({
  registers: [
    (routed) =>
      routed.post<{ Body: PassageRequest }>(
        routes.passage.path,
        { schema: { body: PassageRequest } },
        async (request) => {
          const caller = await requireDevice(access, request);
          requireAbility(access, caller, "record", { kind: "passage", side: node.side, gate: request.body.gate });
          keyOf(request);
          await readPassage({ zone, people, day }, request.body, authorOf(caller), "");
          return { receipt: { number: Number((await inserts.take())?.number ?? 0) } };
        },
      ),
  ],
  site: () => new Map(),
  log: (line, kind) => kind === "warning" && process.stderr.write(`${line}\n`),
  now,
});
await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${(app.server.address() as { port: number }).port}\n`);
