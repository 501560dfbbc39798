import type { FastifyRequest } from "fastify";

/** Where people reach this node. Without an origin it is a loopback node, reached by any of this machine's own names. */
export type Door = {
  /** e.g. "https://gate.example"; behind a proxy the address that browsers see. */
  readonly origin?: string;
};

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** WebAuthn relying party: the origin's host name; passkeys need a name, so a loopback node's is "localhost". */
export function relyingPartyOf({ origin }: Door): string {
  return origin === undefined ? "localhost" : new URL(origin).hostname;
}

/**
 * Origin of the page this request could have come from, or undefined when it is addressed to nobody here: a foreign name in
 * the Host header (DNS rebinding), or another node's port in a signed one.
 */
export function originOfRequest(
  { origin }: Door,
  request: Pick<FastifyRequest, "host" | "socket">,
): string | undefined {
  if (origin !== undefined) return new URL(origin).host === request.host ? new URL(origin).origin : undefined;
  const url = URL.parse(`http://${request.host}`);
  if (url === null || url.host !== request.host.replace(/:80$/, "") || !LOOPBACK.has(url.hostname)) return undefined;
  const port = request.socket.localPort;
  return port === undefined || Number(url.port || "80") === port ? url.origin : undefined;
}

/**
 * Whether a page of another origin made a browser send the request. Without an Origin it is no browser's. A form of this
 * node's own pages, which tell no referrer, is sent with "null": then the browser's word on the site decides, where it gives
 * one (browsers that do not are older, or speak plain HTTP).
 */
export function isForeignPage(door: Door, request: Pick<FastifyRequest, "host" | "socket" | "headers">): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (origin === undefined) return false;
  if (origin === "null") return site !== undefined && site !== "same-origin";
  return origin !== originOfRequest(door, request);
}

/** Whether cookies of this door travel over TLS only. */
export function isSecure({ origin }: Door): boolean {
  return origin?.startsWith("https:") ?? false;
}
