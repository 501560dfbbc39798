import os from "node:os";
import { createDeviceKey, type DeviceSigner, deviceSigner, routes, signRequest } from "@twinline/api";
import type { OfficerRole } from "@twinline/zone";
import { TestBrowser } from "../../access/test-doors.ts";
import { type App, createApp } from "../../app.ts";
import type { ZoneNode } from "../../node.ts";
import { memorySecrets } from "../../secrets.ts";
import { compose } from "../../start/compose.ts";
import { claimVault } from "../../vault/home.ts";
import { type FreshDatabase, freshDatabase } from "../template.ts";
import type { JsonSchema } from "./schema-samples.ts";

/** A route as it is served, with the schemas that its requests are checked by. */
export type Door = {
  readonly method: string;
  readonly url: string;
  readonly body?: JsonSchema;
  readonly query?: JsonSchema;
  readonly params?: JsonSchema;
};

/** A whole node with every route it serves, and one signed-in officer of each role at a device of gate CN-1. */
export type Target = {
  readonly app: App;
  readonly fresh: FreshDatabase;
  readonly doors: readonly Door[];
  readonly lines: readonly string[];
  readonly officers: ReadonlyMap<OfficerRole, { readonly cookie: string }>;
  sign(method: string, url: string, body: Uint8Array | undefined): Promise<Record<string, string>>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Far above what the test sends: here the routes are tried, not their limits. */
const WIDE = { burst: 1e9, perSecond: 1e9, keysMax: 10_000 };

export async function openTarget(): Promise<Target> {
  const fresh = await freshDatabase();
  await claimVault(fresh.owner, "cn");
  const now = () => Temporal.Now.instant();
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const effects = { now, random };
  const node: ZoneNode = { zone: "khorgos", side: "cn", database: fresh.database, secrets: memorySecrets(), effects };
  const composed = await compose(node, {
    zone: "khorgos",
    side: "cn",
    origin: undefined,
    demo: true,
    histories: os.tmpdir(),
  });
  const doors: Door[] = [];
  const lines: string[] = [];
  const app = await createApp({
    registers: [(one) => collect(one, doors), ...composed.registers],
    site: () => new Map(),
    log: (line) => void lines.push(line),
    now,
    limits: { address: WIDE, holder: WIDE, inFlight: 1_000 },
  });
  const cast = await composed.demoOfficers();
  const officers = new Map<OfficerRole, { cookie: string }>();
  for (const { role, path } of cast) officers.set(role, { cookie: await enter(app, path) });
  const signer = await addGate(app, officers);
  return {
    app,
    fresh,
    doors,
    lines,
    officers,
    sign: (method, url, body) =>
      signRequest({ method, url: `http://localhost${url}`, ...(body === undefined ? {} : { body }) }, signer),
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await composed.close();
      await fresh.drop();
    },
  };
}

/** Every route that is registered from here on. */
function collect(app: App, doors: Door[]): void {
  app.addHook("onRoute", ({ method, url, schema = {} }) => {
    const { body, querystring, params } = schema as Record<string, JsonSchema | undefined>;
    for (const one of [method].flat()) {
      doors.push({
        method: one,
        url,
        ...(body === undefined ? {} : { body }),
        ...(querystring === undefined ? {} : { query: querystring }),
        ...(params === undefined ? {} : { params }),
      });
    }
  });
}

async function enter(app: App, path: string): Promise<string> {
  const browser = new TestBrowser(app);
  const answer = await browser.post(routes.sessionLink.path, { token: path.split("#link=")[1] });
  if (browser.cookie === undefined) throw new Error(`Cannot sign in: ${answer.body}`);
  return browser.cookie;
}

async function addGate(app: App, officers: Target["officers"]): Promise<DeviceSigner> {
  const key = await createDeviceKey();
  const browser = new TestBrowser(app);
  browser.cookie = officers.get("duty_officer")?.cookie;
  const body = { gate: "CN-1", lane: "1", publicKey: key.publicKey };
  const answer = await browser.post(routes.deviceAdd.path, body);
  if (answer.statusCode !== 200) throw new Error(`Cannot add the device: ${answer.body}`);
  return deviceSigner(key.keyId, key.privateKey);
}
