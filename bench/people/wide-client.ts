import { type DeviceSigner, signRequest } from "@twinline/api";
import { Pool } from "undici";

/** What 140 screens may hold open, six connections each as browsers do: below what a node takes (SOCKETS_MAX). */
const CONNECTIONS_MAX = 840;
const TIMEOUT_MS = 30_000;

export type WideAnswer = { readonly status: number; readonly retryAfter: boolean; readonly text: string };
/** A signed request, ready to go. */
export type Sealed = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly text: string;
};

/** A client that takes little of the machine that it shares with what it measures: it can sign ahead, and reads no more than it must. */
export class WideClient {
  readonly #base: string;
  readonly #pool: Pool;

  constructor(base: string) {
    this.#base = base;
    this.#pool = new Pool(base, { connections: CONNECTIONS_MAX, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  }

  async seal(signer: DeviceSigner, path: string, body: unknown, key?: string): Promise<Sealed> {
    const text = JSON.stringify(body);
    const keyed = key === undefined ? {} : { idempotencyKey: key };
    const url = new URL(path, this.#base).href;
    const signed = await signRequest({ method: "POST", url, body: Buffer.from(text), ...keyed }, signer);
    return { method: "POST", path, headers: { ...signed, "content-type": "application/json" }, text };
  }

  /** A broken connection is status 0. */
  send({ method, path, headers, text }: Sealed): Promise<WideAnswer> {
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let status = 0;
      let retryAfter = false;
      this.#pool.dispatch(
        { method, path, headers, body: text === "" ? null : text },
        {
          onRequestStart: () => {},
          onResponseStart: (_, code, given) => {
            status = code;
            retryAfter = given["retry-after"] !== undefined;
          },
          onResponseData: (_, chunk) => void chunks.push(chunk),
          onResponseEnd: () => resolve({ status, retryAfter, text: Buffer.concat(chunks).toString() }),
          onResponseError: () => resolve({ status: 0, retryAfter: false, text: "{}" }),
        },
      );
    });
  }

  async ask(signer: DeviceSigner, path: string, body: unknown, key?: string): Promise<WideAnswer> {
    return await this.send(await this.seal(signer, path, body, key));
  }

  /** Opens all its connections at once, as screens that were there before hold theirs. */
  async connect(path: string): Promise<void> {
    const asked = { method: "GET", path, headers: {}, text: "" } as const;
    await Promise.all(Array.from({ length: CONNECTIONS_MAX }, () => this.send(asked)));
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
