import assert from "node:assert/strict";
import { once } from "node:events";
import http, { type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { admittingServer } from "./admission.ts";

const BODY = Buffer.alloc(64 * 1024, "x");

type Told = { readonly status: number; readonly retryAfter: string | undefined; readonly port: number };

/** A server of two places whose answers wait until they are let go. */
async function openServer() {
  const waiting: ServerResponse[] = [];
  let away = 0;
  const server = admittingServer({}, (_, response) => void waiting.push(response), {
    inFlightMax: 2,
    turnedAway: () => {
      away += 1;
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const arrived = async (count: number): Promise<void> => {
    while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    port,
    waiting,
    arrived,
    away: () => away,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function post(port: number, agent: http.Agent): Promise<Told> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: "127.0.0.1", method: "POST", agent }, (response) => {
      const from = request.socket?.localPort ?? 0;
      response.resume().once("end", () => {
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"], port: from });
      });
    });
    request.once("error", reject);
    request.end(BODY);
  });
}

test("As many as there are places are let in, the next is told when to come, and a place that falls free is given again", async () => {
  await using server = await openServer();
  const agent = new http.Agent();
  const first = post(server.port, agent);
  const second = post(server.port, agent);
  await server.arrived(2);
  const third = await post(server.port, agent);
  assert.deepEqual([third.status, third.retryAfter, server.away()], [503, "1", 1]);
  server.waiting[0]?.end();
  assert.equal((await first).status, 200);
  const fourth = post(server.port, agent);
  await server.arrived(3);
  for (const response of server.waiting) response.end();
  assert.deepEqual([(await second).status, (await fourth).status, server.away()], [200, 200, 1]);
});

test("One connection is turned away with its body unread, and serves when a place is free", async () => {
  await using server = await openServer();
  const others = new http.Agent();
  const filling = [post(server.port, others), post(server.port, others)];
  await server.arrived(2);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const refused = await post(server.port, agent);
  for (const response of server.waiting) response.end();
  await Promise.all(filling);
  const asked = post(server.port, agent);
  await server.arrived(3);
  server.waiting[2]?.end();
  const served = await asked;
  assert.deepEqual([refused.status, served.status, served.port], [503, 200, refused.port]);
  agent.destroy();
});
