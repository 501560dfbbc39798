import { randomUUID } from "node:crypto";
import { createDeviceKey, type DeviceSigner, deviceSigner, routes, signRequest } from "@twinline/api";
import { accessConcepts, conceptTable, type OfficerRole, spineConcepts, type World } from "@twinline/zone";
import { type App, createApp, type Register } from "../app.ts";
import { journalSigner } from "../entries/journal-key.ts";
import { originOf, type ZoneNode } from "../node.ts";
import { join } from "../officers/first-officer.ts";
import { memorySecrets } from "../secrets.ts";
import { type FreshDatabase, freshDatabase } from "../testing/template.ts";
import { claimVault } from "../vault/home.ts";
import { foundHead } from "../writer/head.ts";
import { spineTables } from "../writer/spine-tables.ts";
import { Writer } from "../writer/writer.ts";
import { type Access, createAccess } from "./access.ts";
import { makeLink } from "./links.ts";
import { registerAccess } from "./routes.ts";
import { accessTables } from "./state-tables.ts";

export const TEST_ORIGIN = "http://localhost";

/** The doors of a node over a fresh database, without a socket. `clock.ahead` moves its time on, in seconds. */
export type Doors = {
  app: App;
  access: Access;
  fresh: FreshDatabase;
  clock: { ahead: number };
  lines: string[];
  /** A browser in which an officer of this role is signed in by a link. */
  enter(role: OfficerRole, number?: string): Promise<TestBrowser & { officer: string }>;
  [Symbol.asyncDispose](): Promise<void>;
};

type DoorOptions = { demo?: boolean; side?: "cn" | "kz"; register?: (app: App, access: Access) => void };

export async function openDoors({ demo = true, side = "cn", register }: DoorOptions = {}): Promise<Doors> {
  const fresh = await freshDatabase();
  await claimVault(fresh.owner, side);
  const clock = { ahead: 0 };
  const now = () => Temporal.Now.instant().add({ seconds: clock.ahead });
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const node: ZoneNode = {
    zone: "test",
    side,
    database: fresh.database,
    secrets: memorySecrets(),
    effects: { now, random },
  };
  const writer = await openWriter(node, fresh);
  const access = createAccess({ node, ask: (ask) => writer.ask(ask), demo });
  const lines: string[] = [];
  const registers: Register[] = [(app) => registerAccess(app, access)];
  if (register !== undefined) registers.push((app) => register(app, access));
  const app = await createApp({ registers, site: () => new Map(), log: (line) => void lines.push(line), now });
  const dispose = async () => {
    await app.close();
    await writer.close();
    await fresh.drop();
  };
  return { app, access, fresh, clock, lines, enter, [Symbol.asyncDispose]: dispose };

  async function enter(role: OfficerRole, number = randomUUID().slice(0, 8).toUpperCase()) {
    const officer = await join(access, number, role);
    const token = await makeLink(fresh.database, officer, "sign-in", now());
    const browser = Object.assign(new TestBrowser(app), { officer });
    const answer = await browser.post(routes.sessionLink.path, { token });
    if (answer.statusCode !== 200) throw new Error(`Cannot sign in: ${answer.body}`);
    return browser;
  }
}

async function openWriter(node: ZoneNode, fresh: FreshDatabase): Promise<Writer> {
  const origin = originOf(node);
  const { zone, side } = node;
  const world: World = { origin, zone, side, rulebooks: new Map(), legalDay: (atMs) => Math.floor(atMs / 86_400_000) };
  await foundHead(fresh.owner, origin);
  return new Writer(fresh.database, {
    origin,
    concepts: conceptTable([...spineConcepts, ...accessConcepts]),
    tables: [...spineTables, ...accessTables],
    signer: journalSigner(node),
    world: () => world,
    now: node.effects.now,
  });
}

/** A browser of one person: keeps the cookie, sends the Origin of its page. */
export class TestBrowser {
  readonly #app: App;
  cookie: string | undefined;
  signer: DeviceSigner | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  get(url: string, headers: Record<string, string> = {}) {
    return this.send("GET", url, undefined, headers);
  }

  post(url: string, body?: object, headers: Record<string, string> = {}) {
    return this.send("POST", url, body, headers);
  }

  async send(method: "GET" | "POST" | "DELETE", url: string, body?: object, headers: Record<string, string> = {}) {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const answer = await this.#app.inject({
      method,
      url,
      headers: {
        host: "localhost",
        ...(method === "GET" ? {} : { origin: TEST_ORIGIN }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(bytes === undefined ? {} : { "content-type": "application/json" }),
        ...(await this.#signature(method, url, bytes, headers["idempotency-key"])),
        ...headers,
      },
      ...(bytes === undefined ? {} : { payload: bytes }),
    });
    const set = answer.headers["set-cookie"];
    if (typeof set === "string") this.cookie = set.includes("Max-Age=0") ? undefined : set.split(";")[0];
    return answer;
  }

  async #signature(method: string, url: string, body: Buffer | undefined, idempotencyKey: string | undefined) {
    if (this.signer === undefined) return {};
    const request = {
      method,
      url: `${TEST_ORIGIN}${url}`,
      ...(body === undefined ? {} : { body }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
    return await signRequest(request, this.signer);
  }
}

/** A device registered by an officer who may. */
export async function addDevice(by: TestBrowser, gate: string, lane: string, automatic = false): Promise<DeviceSigner> {
  const key = await createDeviceKey();
  const answer = await by.post(routes.deviceAdd.path, { gate, lane, publicKey: key.publicKey, automatic });
  if (answer.statusCode !== 200 || answer.json().outcome !== "done") throw new Error(`Cannot add: ${answer.body}`);
  return deviceSigner(key.keyId, key.privateKey);
}
