import http from "node:http";
import { text as textOf } from "node:stream/consumers";
import { type DeviceSigner, signRequest } from "@twinline/api";

const CONNECTIONS_MAX = 4_000;
const TIMEOUT_MS = 30_000;

export type WideAnswer = { readonly status: number; readonly retryAfter: boolean; readonly body: unknown };

/** A client that never waits for itself: as many connections as there are requests on their way. */
export class WideClient {
  readonly #base: string;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });

  constructor(base: string) {
    this.#base = base;
  }

  /** Signs and sends; a broken connection is status 0. */
  async ask(signer: DeviceSigner, method: string, path: string, body: unknown, key?: string): Promise<WideAnswer> {
    const text = JSON.stringify(body);
    const url = new URL(path, this.#base).href;
    const keyed = key === undefined ? {} : { idempotencyKey: key };
    const signed = await signRequest({ method, url, body: Buffer.from(text), ...keyed }, signer);
    return await this.send(method, url, { ...signed, "content-type": "application/json" }, text);
  }

  async send(method: string, url: string, headers: Record<string, string>, text: string): Promise<WideAnswer> {
    try {
      const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
        const length = { "content-length": Buffer.byteLength(text) };
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const request = http.request(url, { method, agent: this.#agent, headers: { ...headers, ...length }, signal });
        request.once("response", resolve);
        request.once("error", reject);
        request.end(text);
      });
      const body: unknown = JSON.parse(await textOf(response));
      return { status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] !== undefined, body };
    } catch {
      return { status: 0, retryAfter: false, body: {} };
    }
  }

  close(): void {
    this.#agent.destroy();
  }
}
