import assert from "node:assert/strict";
import net from "node:net";
import { test } from "node:test";
import { PassageRequest, type Problem, routes } from "@twinline/api";
import { Type } from "typebox";
import { type App, HEADER_BYTES_MAX, PATH_PARAMETER_MAX, REQUEST_TIMEOUT_MS, SOCKETS_MAX } from "./app.ts";
import { StartError } from "./errors.ts";
import { BODY_BYTES_MAX } from "./http/body.ts";
import { rateLimits } from "./http/rate-limits.ts";
import { listeningApp } from "./testing/test-app.ts";

const CANARY = "ZHANAR";

/** Two routes of the contract that answer what they were given. */
function register(app: App): void {
  app.post(routes.passage.path, { schema: { body: PassageRequest } }, async (request) => request.body);
  const query = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: false });
  app.get(routes.entries.path, { schema: { querystring: query } }, async (request) => request.query);
  app.get(routes.visitorPass.path, async () => {
    throw new Error(`Cannot find ${CANARY}`);
  });
  app.post(routes.watchlistAdd.path, async () => ({}));
}

const passage = { direction: "in", gate: "CN-1", lane: "1", document: { number: "E1" } };

function post(url: string, body: string | Uint8Array<ArrayBuffer>, type = "application/json"): Promise<Response> {
  return fetch(`${url}${routes.passage.path}`, { method: "POST", body, headers: { "content-type": type } });
}

async function assertProblem(response: Response, status: number, type: string): Promise<Problem> {
  assert.equal(response.status, status);
  assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
  const problem = (await response.json()) as Problem;
  assert.equal(problem.type, type);
  for (const language of ["zh", "kk", "ru", "en"] as const)
    assert.ok(problem.text?.[language], `${type} in ${language}`);
  return problem;
}

test("A valid body reaches its route, an unknown field is refused with its place", async () => {
  await using door = await listeningApp({ registers: [register] });
  assert.deepEqual(await (await post(door.url, JSON.stringify(passage))).json(), passage);
  const refused = await post(door.url, JSON.stringify({ ...passage, document: { surname: CANARY } }));
  const problem = await assertProblem(refused, 400, "request/invalid");
  assert.match(problem.field ?? "", /^\/document/);
  assert.ok(!JSON.stringify(problem).includes(CANARY));
});

test("A route sees the exact bytes that came, beside what they say", async () => {
  const echo = (app: App) => void app.post(routes.passage.path, async (request) => ({ raw: String(request.rawBody) }));
  await using door = await listeningApp({ registers: [echo] });
  assert.deepEqual(await (await post(door.url, '{ "a" : 1 }')).json(), { raw: '{ "a" : 1 }' });
});

test("Bad bytes at the door are refused one by one", async () => {
  await using door = await listeningApp({ registers: [register] });
  const bodies = ["{", "null", "[]", '"x"', '{"direction":"in","direction":"out"}', '{"a":1e300}', '{"a":"\\ud800"}'];
  for (const body of bodies) assert.equal((await post(door.url, body)).status, 400, body);
  assert.equal((await post(door.url, "")).status, 400);
  assert.equal((await post(door.url, Uint8Array.of(0x22, 0xff, 0x22))).status, 400);
  await assertProblem(await post(door.url, "[".repeat(50_000)), 400, "request/json");
  await assertProblem(await post(door.url, "a=1", "application/x-www-form-urlencoded"), 415, "request/media-type");
});

test("A body of the largest size is read, one byte more is not", async () => {
  await using door = await listeningApp({ registers: [register] });
  const body = (bytes: number) => `{"note":"${"a".repeat(bytes - 11)}"}`;
  await assertProblem(await post(door.url, body(BODY_BYTES_MAX)), 400, "request/invalid");
  await assertProblem(await post(door.url, body(BODY_BYTES_MAX + 1)), 413, "request/too-large");
});

test("Numbers in a query are numbers for the route", async () => {
  await using door = await listeningApp({ registers: [register] });
  assert.deepEqual(await (await fetch(`${door.url}/api/entries?limit=7`)).json(), { limit: 7 });
  await assertProblem(await fetch(`${door.url}/api/entries?limit=0`), 400, "request/invalid");
  await assertProblem(await fetch(`${door.url}/api/entries?limit=7&name=x`), 400, "request/invalid");
});

test("What is not served is not found, also under a wrong method", async () => {
  await using door = await listeningApp({ registers: [register] });
  await assertProblem(await fetch(`${door.url}/api/nothing`), 404, "request/not-found");
  await assertProblem(await fetch(`${door.url}/api`), 404, "request/not-found");
  await assertProblem(await fetch(`${door.url}/etc/passwd`), 404, "request/not-found");
  await assertProblem(await fetch(`${door.url}/api/passages`, { method: "DELETE" }), 404, "request/not-found");
});

test("A malformed address is refused as a problem", async () => {
  await using door = await listeningApp({ registers: [register] });
  await assertProblem(await fetch(`${door.url}/%E0%A4%A`), 400, "request/invalid");
});

test("Headers within the limit pass, beyond it the request is refused", async () => {
  await using door = await listeningApp({ registers: [register] });
  const status = async (bytes: number) =>
    (await fetch(`${door.url}/api/entries`, { headers: { "x-long": "a".repeat(bytes) } })).status;
  assert.equal(await status(HEADER_BYTES_MAX - 1_000), 200);
  assert.equal(await status(HEADER_BYTES_MAX + 1), 431);
});

test("A path parameter at its limit is read, one character more is nowhere", async () => {
  const pass = (app: App) => void app.get(routes.visitorPass.path, async () => ({}));
  await using door = await listeningApp({ registers: [pass] });
  const status = async (length: number) => (await fetch(`${door.url}/api/visitor/pass/${"a".repeat(length)}`)).status;
  assert.equal(await status(PATH_PARAMETER_MAX), 200);
  assert.ok([404, 414].includes(await status(PATH_PARAMETER_MAX + 1)));
});

test("A request whose bytes dribble in is ended, and so is one connection too many", async () => {
  await using door = await listeningApp({ registers: [register] });
  assert.equal(door.app.server.requestTimeout, REQUEST_TIMEOUT_MS);
  assert.equal(door.app.server.maxConnections, SOCKETS_MAX);
});

test("While the node may decide nothing commands are told to come back, and reads go on", async () => {
  await using door = await listeningApp({ registers: [register], isDeciding: () => false });
  await assertProblem(await post(door.url, JSON.stringify(passage)), 503, "node/busy");
  assert.equal((await fetch(`${door.url}/api/entries`)).status, 200);
});

/** Sends bytes as they are; gives all that comes back until the end. */
function rawAnswer(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("What is not HTTP is answered with a problem, and no log holds its contents", async () => {
  await using door = await listeningApp({ registers: [register] });
  const head = "POST /api/passages HTTP/1.1\r\nhost: a\r\n";
  const broken: readonly [string, number, string][] = [
    [`${CANARY}\r\n\r\n`, 400, "request/malformed"],
    [`${head}content-length: 1\r\ncontent-length: 2\r\n\r\n`, 400, "request/malformed"],
    [`${head}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`, 400, "request/malformed"],
    [`${head}x-long: ${CANARY.repeat(12_000)}\r\n\r\n`, 431, "request/headers-too-large"],
  ];
  for (const [text, status, type] of broken) {
    const [first = "", body = ""] = (await rawAnswer(door.url, text)).split("\r\n\r\n");
    assert.match(first, new RegExp(`^HTTP/1\\.1 ${status} `), type);
    assert.match(first, /content-type: application\/problem\+json/);
    const problem = JSON.parse(body) as Problem;
    assert.deepEqual([problem.type, problem.status, typeof problem.text?.kk], [type, status, "string"]);
  }
  assert.ok(!door.lines.join("\n").includes(CANARY));
});

test("A body that lacks something names what it lacks", async () => {
  await using door = await listeningApp({ registers: [register] });
  const { document: _, ...lacking } = passage;
  const problem = await assertProblem(await post(door.url, JSON.stringify(lacking)), 400, "request/invalid");
  assert.equal(problem.field, "/document");
});

test("An unexpected error tells the caller nothing and the log no value", async () => {
  await using door = await listeningApp({ registers: [register] });
  const response = await fetch(`${door.url}/api/visitor/pass/${CANARY}?name=${CANARY}`);
  const problem = await assertProblem(response, 500, "node/failed");
  assert.ok(!JSON.stringify(problem).includes(CANARY));
  const log = door.lines.join("\n");
  assert.match(log, /GET \/api\/visitor\/pass\/:code 500/);
  assert.match(log, /failed: Error/);
  assert.ok(!log.includes(CANARY));
});

test("A database that cannot be reached is a busy node, not a failed one", async () => {
  const down = (app: App) => {
    app.get(routes.status.path, async () => {
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    });
  };
  await using door = await listeningApp({ registers: [down] });
  const response = await fetch(`${door.url}/api/status`);
  assert.equal(response.headers.get("retry-after"), "1");
  await assertProblem(response, 503, "node/busy");
});

test("One request above the burst of an address waits, and so does one of a session", async () => {
  const narrow = { burst: 2, perSecond: 0.001, keysMax: 10 };
  for (const limits of [
    { ...rateLimits, address: narrow },
    { ...rateLimits, holder: narrow },
  ]) {
    await using door = await listeningApp({ registers: [register], limits });
    const ask = () => fetch(`${door.url}/api/entries`, { headers: { cookie: "session=a" } });
    assert.deepEqual([(await ask()).status, (await ask()).status], [200, 200]);
    const refused = await ask();
    assert.ok(Number(refused.headers.get("retry-after")) > 0);
    await assertProblem(refused, 429, "request/too-many");
  }
});

test("Requests above the number in flight are told to come back, and places become free again", async () => {
  const gate = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const slow = (app: App) => {
    app.get(routes.status.path, async () => {
      arrived.resolve();
      await gate.promise;
      return {};
    });
    app.get(routes.entries.path, async () => ({}));
  };
  await using door = await listeningApp({ registers: [slow], limits: { ...rateLimits, inFlight: 1 } });
  const first = fetch(`${door.url}/api/status`);
  await arrived.promise;
  await assertProblem(await fetch(`${door.url}/api/entries`), 503, "node/busy");
  gate.resolve();
  assert.equal((await first).status, 200);
  assert.equal((await fetch(`${door.url}/api/entries`)).status, 200);
});

test("Every answer carries the security headers, and answers of the API are never cached", async () => {
  await using door = await listeningApp({ registers: [register] });
  for (const path of ["/api/entries", "/gate", "/nothing"]) {
    const { headers } = await fetch(`${door.url}${path}`);
    assert.match(headers.get("content-security-policy") ?? "", /script-src 'self';/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
  }
  assert.equal((await fetch(`${door.url}/api/entries`)).headers.get("cache-control"), "no-store");
});

test("A route outside the contract keeps the node from starting", async () => {
  const unlisted = (app: App) => void app.get("/api/secret", async () => ({}));
  await assert.rejects(
    listeningApp({ registers: [unlisted] }).then((door) => door.app.close()),
    (error) => error instanceof StartError && error.id === "start/unlisted-route",
  );
});

type Operation = { summary: string; requestBody?: object; parameters?: { name: string }[] };

test("The OpenAPI description lists what is served, with the schemas that are enforced", async () => {
  await using door = await listeningApp({ registers: [register] });
  const document = (await (await fetch(`${door.url}/api/openapi.json`)).json()) as {
    openapi: string;
    components: { securitySchemes: object };
    paths: Record<string, Record<string, Operation>>;
  };
  assert.match(document.openapi, /^3\.1/);
  assert.deepEqual(Object.keys(document.components.securitySchemes), ["session", "device"]);
  const { requestBody: body, summary, parameters } = document.paths["/api/passages"]!.post!;
  assert.match(summary, /^Decide and record a passage/);
  assert.deepEqual(
    parameters?.map(({ name }) => name),
    ["Idempotency-Key"],
  );
  assert.deepEqual(body, {
    required: true,
    content: { "application/json": { schema: JSON.parse(JSON.stringify(PassageRequest)) } },
  });
  assert.deepEqual(Object.keys(document.paths).toSorted(), [
    "/api/entries",
    "/api/openapi.json",
    "/api/passages",
    "/api/visitor/pass/{code}",
    "/api/watchlist",
  ]);
});
