import {
  createDeviceKey,
  type DeviceSigner,
  deviceSigner,
  type PassageAnswer,
  type PassageRequest,
  routes,
  signRequest,
} from "@twinline/api";
import { exchange } from "./exchange.ts";

/** A node refused what was asked of it: its status and the id and title of its problem. */
export class NodeAnswerError extends Error {
  override readonly name = "NodeAnswerError";
  readonly id: string;
  readonly status: number;
  readonly retryAfterSeconds: number;
  constructor(status: number, id: string, title: string, retryAfterSeconds: number) {
    super(`The node answered ${status} ${id}: ${title}`);
    this.status = status;
    this.id = id;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type Answered = { readonly body: unknown; readonly cookie: string | undefined };

/** One request to a node; a problem becomes a NodeAnswerError, a broken line the error of the socket. */
export async function askNode(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answered> {
  const { status, text, headers: answered } = await exchange(method, url, headers, body);
  if (status < 200 || status > 299) throw problemOf(status, text, Number(answered["retry-after"] ?? 0));
  return { body: JSON.parse(text), cookie: answered["set-cookie"]?.[0]?.split(";")[0] };
}

function problemOf(status: number, text: string, retryAfterSeconds: number): NodeAnswerError {
  const problem: { type?: string; title?: string } = text.startsWith("{")
    ? JSON.parse(text)
    : { title: text.slice(0, 200) };
  return new NodeAnswerError(status, problem.type ?? "unknown", problem.title ?? "", retryAfterSeconds);
}

/** A person with the zone's administration, signed in by a one-time link: enough to register lanes. */
export type Administrator = { readonly registerLane: (gate: string, lane: string) => Promise<Lane> };

/** One lane with a key of its own, able to record passages. */
export type Lane = {
  readonly gate: string;
  readonly lane: string;
  readonly record: (key: string, request: PassageRequest) => Promise<PassageAnswer>;
  /** The same lane with the same key before another node. */
  readonly at: (base: string) => Lane;
};

function laneOf(base: string, gate: string, lane: string, signer: DeviceSigner): Lane {
  const url = new URL(routes.passage.path, base).href;
  const encoder = new TextEncoder();
  return {
    gate,
    lane,
    record: async (key, request) => {
      const text = JSON.stringify(request);
      const signed = await signRequest(
        { method: "POST", url, body: encoder.encode(text), idempotencyKey: key },
        signer,
      );
      const { body } = await askNode("POST", url, { "content-type": "application/json", ...signed }, text);
      return body as PassageAnswer;
    },
    at: (other) => laneOf(other, gate, lane, signer),
  };
}

/** What an administrator's session can do for lanes; `cookie` is the session's. */
export function administratorOf(base: string, cookie: string): Administrator {
  const session = { ...sameOrigin(base), cookie };
  return {
    registerLane: async (gate, lane) => {
      const key = await createDeviceKey();
      const request = JSON.stringify({ gate, lane, publicKey: key.publicKey, automatic: true });
      const headers = { ...session, "idempotency-key": crypto.randomUUID() };
      await askNode("POST", new URL(routes.deviceAdd.path, base).href, headers, request);
      return laneOf(base, gate, lane, deviceSigner(key.keyId, key.privateKey));
    },
  };
}

/** Headers of a request that a page of the node itself would send. */
export function sameOrigin(base: string): Record<string, string> {
  return { "content-type": "application/json", origin: new URL(base).origin };
}

/** Opens a session with the secret of a one-time link (the part of its address after `link=`); gives its cookie. */
export async function openLink(base: string, token: string): Promise<string> {
  const url = new URL(routes.sessionLink.path, base).href;
  return (await askNode("POST", url, sameOrigin(base), JSON.stringify({ token }))).cookie ?? "";
}

/** Signs in by a one-time link; a demonstration lets its administrator register lanes so. */
export async function signInByLink(base: string, token: string): Promise<Administrator> {
  return administratorOf(base, await openLink(base, token));
}
