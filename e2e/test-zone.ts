import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  createDeviceKey,
  deviceSigner,
  type PassageAnswer,
  type PassageRequest,
  routes,
  signRequest,
  type VisitorPass,
} from "@twinline/api";
import { type DemoOfficer, readConfig, readSite, startZone } from "@twinline/server";
import { buildScreens, isStale, siteFolder } from "../packages/cli/src/start/web-build.ts";
import type { Line } from "./cuttable-line.ts";
import { openTestDatabase } from "./test-database.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const LANE = "1";
/** Minor units of one yuan. */
export const FEN = 100;

/** A zone that comes with the product, and one of its sides. */
type Place = { readonly zone: string; readonly side: string };
const khorgos: Place = { zone: "khorgos", side: "cn" };

/** A running node, its cast, and a lane of its first gate that sends passages; empty until a test fills it. */
export type TestZone = {
  readonly url: string;
  /** Folder of its database and keys. */
  readonly data: string;
  /** Path of a link by which somebody of this role signs in once. */
  readonly link: (role: DemoOfficer["role"]) => Promise<string>;
  /** The one-time token of such a link. */
  readonly token: (role: DemoOfficer["role"]) => Promise<string>;
  /** Badge and one-time code of a second officer of this role. */
  readonly second: (role: DemoOfficer["role"], number?: string) => Promise<string>;
  readonly pass: (request: Partial<PassageRequest>) => Promise<PassageAnswer>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** How far a test has moved the node's clock on: a node begins by the clock of its machine, or it would not start. */
export type TestClock = { daysAhead: number };

/**
 * Starts a node as `twinline start --demo` does, without made-up traffic, and registers one lane; all of it over `line`, if
 * any, and by `clock`.
 */
export async function startTestZone(
  place: Place = khorgos,
  line?: Line,
  clock: TestClock = { daysAhead: 0 },
): Promise<TestZone> {
  if (isStale(ROOT)) await buildScreens(ROOT);
  const data = mkdtempSync(path.join(tmpdir(), "twinline-e2e-"));
  // NOTE: as root the database runs as another user, who has to pass this folder; else it would lie where nobody clears it.
  chmodSync(data, 0o755);
  const site = readSite(siteFolder(ROOT));
  const database = await openTestDatabase();
  const environment = { ...database.environment, ...(line && { TWINLINE_ORIGIN: line.url }) };
  const now = () => Temporal.Now.instant().add({ hours: 24 * clock.daysAhead });
  const zone = await startZone({
    now,
    config: readConfig(environment, { ...place, data, port: "0" }),
    site: () => site,
    demo: true,
    log: () => {},
    progress: () => {},
  });
  const node = zone.nodes[0]!;
  line?.to(node.url);
  const url = line?.url ?? node.url;
  const officerOf = async (role: string, number?: string) =>
    (await node.demoOfficers()).find((one) => one.role === role && (number === undefined || one.number === number))!;
  const token = async (role: DemoOfficer["role"]) => (await officerOf(role)).path.split("link=")[1]!;
  const lane = await openLane(url, await token("administrator"), `${place.side.toUpperCase()}-1`, now);
  return {
    url,
    data,
    link: async (role) => (await officerOf(role)).path,
    token,
    second: async (role, number) => (await officerOf(role, number)).codes[0]!,
    pass: lane,
    [Symbol.asyncDispose]: async () => {
      await zone.stop();
      await database.drop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The cookie of a session that a one-time token opened. */
export async function signIn(url: string, token: string): Promise<string> {
  const headers = { "content-type": "application/json", origin: url };
  const asked = { method: "POST", headers, body: JSON.stringify({ token }) };
  const signed = await fetch(url + routes.sessionLink.path, asked);
  return signed.headers.getSetCookie()[0]!.split(";")[0]!;
}

/** What the node says is left today of the allowance of a pass, in yuan. */
export async function leftOf(zone: TestZone, pass: string): Promise<number> {
  const answer = await fetch(zone.url + routes.visitorPass.path.replace(":code", pass));
  const { meters } = (await answer.json()) as VisitorPass;
  return (meters.find(({ unit }) => unit === "CNY")?.left ?? 0) / FEN;
}

/** Registers an automatic lane by the administrator's token. */
async function openLane(
  url: string,
  token: string,
  gate: string,
  now: () => Temporal.Instant,
): Promise<TestZone["pass"]> {
  const headers = { "content-type": "application/json", origin: url };
  const cookie = await signIn(url, token);
  const key = await createDeviceKey();
  const device = { gate, lane: LANE, publicKey: key.publicKey, automatic: true };
  const added = await fetch(url + routes.deviceAdd.path, {
    method: "POST",
    headers: { ...headers, cookie, "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(device),
  });
  if (!added.ok) throw new Error(`Cannot register the lane: ${await added.text()}`);
  const signer = deviceSigner(key.keyId, key.privateKey);
  const nowSeconds = () => Math.floor(now().epochMilliseconds / 1000);
  const nonce = () => randomBytes(16).toString("base64url");
  return async (request) => {
    const body = JSON.stringify({ direction: "in", gate, lane: LANE, document: {}, ...request });
    const to = url + routes.passage.path;
    const asked = {
      method: "POST",
      url: to,
      body: new TextEncoder().encode(body),
      idempotencyKey: crypto.randomUUID(),
    };
    const signature = await signRequest(asked, signer, { nowSeconds, nonce });
    const sent = { ...signature, "content-type": "application/json", "idempotency-key": asked.idempotencyKey };
    const answer = await fetch(to, { method: "POST", headers: sent, body });
    if (!answer.ok) throw new Error(`Cannot pass: ${await answer.text()}`);
    return (await answer.json()) as PassageAnswer;
  };
}
