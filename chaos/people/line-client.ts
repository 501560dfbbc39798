import http from "node:http";
import { text as textOf } from "node:stream/consumers";
import { type DeviceSigner, signRequest } from "@twinline/api";

const TIMEOUT_MS = 10_000;
const CONNECTIONS_MAX = 16;

/** What came back: an answer with its status, or nothing that tells whether it was done. */
export type Answered =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly body: unknown;
      readonly retryAfter: number | undefined;
    }
  | { readonly kind: "unknown"; readonly why: string };

/** Asks the node over a line that may be cut: connects to the line's port and names the node, as a proxy's client does. */
export class LineClient {
  readonly #node: URL;
  readonly #port: number;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });

  constructor(nodeUrl: string, linePort: number) {
    this.#node = new URL(nodeUrl);
    this.#port = linePort;
  }

  /** Signs as `signer` and sends. A broken line, a timeout and an answer that is no JSON are unknown outcomes. */
  async ask(signer: DeviceSigner, method: string, path: string, body?: unknown, key?: string): Promise<Answered> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const url = new URL(path, this.#node).href;
    const signed = await signRequest(
      {
        method,
        url,
        ...(text === undefined ? {} : { body: Buffer.from(text) }),
        ...(key === undefined ? {} : { idempotencyKey: key }),
      },
      signer,
    );
    const headers = {
      ...signed,
      host: this.#node.host,
      ...(text === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
    };
    try {
      return await this.#exchange(method, path, headers, text);
    } catch (cause) {
      return { kind: "unknown", why: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  async #exchange(
    method: string,
    path: string,
    headers: Record<string, string | number>,
    text: string | undefined,
  ): Promise<Answered> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const place = { host: "127.0.0.1", port: this.#port, agent: this.#agent };
      const request = http.request({ ...place, method, path, headers, signal });
      request.once("response", resolve);
      request.once("error", reject);
      request.end(text);
    });
    const status = response.statusCode ?? 0;
    const retryAfter = response.headers["retry-after"];
    const body: unknown = JSON.parse(await textOf(response));
    return { kind: "answered", status, body, retryAfter: retryAfter === undefined ? undefined : Number(retryAfter) };
  }
}
