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
} from "@twinline/api";
import { type DemoOfficer, readConfig, readSite, startZone } from "@twinline/server";
import { buildScreens, isStale, siteFolder } from "../packages/cli/src/start/web-build.ts";
import type { Line } from "./cuttable-line.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const LANE = "1";

/** A zone that comes with the product, and one of its sides. */
type Place = { readonly zone: string; readonly side: string };
const khorgos: Place = { zone: "khorgos", side: "cn" };

/** A running node, its cast, and a lane of its first gate that sends passages; empty until a test fills it. */
export type TestZone = {
  readonly url: string;
  /** Path of a link by which somebody of this role signs in once. */
  readonly link: (role: DemoOfficer["role"]) => Promise<string>;
  /** Badge and one-time code of a second officer of this role. */
  readonly second: (role: DemoOfficer["role"], number?: string) => Promise<string>;
  readonly pass: (request: Partial<PassageRequest>) => Promise<PassageAnswer>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Starts a node as `twinline start --demo` does, without made-up traffic, and registers one lane; all of it over `line`, if any. */
export async function startTestZone(place: Place = khorgos, line?: Line): Promise<TestZone> {
  if (isStale(ROOT)) await buildScreens(ROOT);
  const data = mkdtempSync(path.join(tmpdir(), "twinline-e2e-"));
  // NOTE: as root the database runs as another user, who has to pass this folder; else it would lie where nobody clears it.
  chmodSync(data, 0o755);
  const site = readSite(siteFolder(ROOT));
  const zone = await startZone({
    config: readConfig(line ? { TWINLINE_ORIGIN: line.url } : {}, { ...place, data, port: "0" }),
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
  const lane = await openLane(url, (await officerOf("administrator")).path, `${place.side.toUpperCase()}-1`);
  return {
    url,
    link: async (role) => (await officerOf(role)).path,
    second: async (role, number) => (await officerOf(role, number)).codes[0]!,
    pass: lane,
    [Symbol.asyncDispose]: async () => {
      await zone.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Registers an automatic lane by the administrator's link. */
async function openLane(url: string, link: string, gate: string): Promise<TestZone["pass"]> {
  const headers = { "content-type": "application/json", origin: url };
  const token = link.split("link=")[1];
  const signed = await fetch(url + routes.sessionLink.path, {
    method: "POST",
    headers,
    body: JSON.stringify({ token }),
  });
  const cookie = signed.headers.getSetCookie()[0]!.split(";")[0]!;
  const key = await createDeviceKey();
  const device = { gate, lane: LANE, publicKey: key.publicKey, automatic: true };
  const added = await fetch(url + routes.deviceAdd.path, {
    method: "POST",
    headers: { ...headers, cookie, "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(device),
  });
  if (!added.ok) throw new Error(`Cannot register the lane: ${await added.text()}`);
  const signer = deviceSigner(key.keyId, key.privateKey);
  return async (request) => {
    const body = JSON.stringify({ direction: "in", gate, lane: LANE, document: {}, ...request });
    const to = url + routes.passage.path;
    const asked = {
      method: "POST",
      url: to,
      body: new TextEncoder().encode(body),
      idempotencyKey: crypto.randomUUID(),
    };
    const signature = await signRequest(asked, signer);
    const sent = { ...signature, "content-type": "application/json", "idempotency-key": asked.idempotencyKey };
    const answer = await fetch(to, { method: "POST", headers: sent, body });
    if (!answer.ok) throw new Error(`Cannot pass: ${await answer.text()}`);
    return (await answer.json()) as PassageAnswer;
  };
}
