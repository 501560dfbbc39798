import http from "node:http";
import { text as textOf } from "node:stream/consumers";

const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTIONS_MAX = 512;

const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });

export type Exchanged = { readonly status: number; readonly text: string; readonly headers: http.IncomingHttpHeaders };

/** One HTTP exchange over a kept connection: a third of what `fetch` costs a machine that also runs the node. */
export async function exchange(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Exchanged> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const request = http.request(url, {
      method,
      agent,
      headers: { ...headers, ...length },
      timeout: REQUEST_TIMEOUT_MS,
    });
    request.once("response", resolve);
    request.once("error", reject);
    request.once("timeout", () => request.destroy(new Error(`No answer within ${REQUEST_TIMEOUT_MS} ms`)));
    request.end(body);
  });
  return { status: response.statusCode ?? 0, text: await textOf(response), headers: response.headers };
}
