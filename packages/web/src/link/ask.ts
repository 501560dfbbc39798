import { type DeviceSigner, type Problem, type RouteName, routes, signRequest } from "@twinline/api";
import type { AnswerOf } from "./answers.ts";

/** After this long without an answer the outcome counts as unknown. */
export const ANSWER_TIMEOUT_MS = 5_000;

export type Question = {
  /** Values for the `:names` of the route's path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Idempotency key; the node keeps its answer under it. */
  readonly key?: string;
  readonly signer?: DeviceSigner | undefined;
  readonly signal?: AbortSignal;
};

/** "unreached": no answer came, so what the node did is unknown. A problem is the node's own word. */
export type Reply<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "unreached" };

/** Asks the node one thing of the contract. Never throws for what the network or the node did. */
export async function ask<R extends RouteName>(route: R, question: Question = {}): Promise<Reply<AnswerOf<R>>> {
  try {
    const response = await fetch(await requestOf(route, question));
    if (!response.ok) return { kind: "problem", problem: await problemOf(response) };
    const value = response.status === 204 ? undefined : await response.json();
    return { kind: "ok", value: value as AnswerOf<R> };
  } catch {
    return { kind: "unreached" };
  }
}

async function requestOf(route: RouteName, question: Question): Promise<Request> {
  const { method, path } = routes[route];
  const { params = {}, query, body, key, signer, signal } = question;
  const url = new URL(
    path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? "")),
    location.href,
  );
  if (query) url.search = new URLSearchParams(query).toString();
  const bytes = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body));
  const signed = signer && {
    ...(await signRequest(
      { method, url: url.href, ...(bytes && { body: bytes }), ...(key && { idempotencyKey: key }) },
      signer,
    )),
  };
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  return new Request(url, {
    method,
    cache: "no-store",
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    headers: {
      accept: "application/json",
      ...(bytes && { "content-type": "application/json" }),
      ...(key && { "idempotency-key": key }),
      ...signed,
    },
    ...(bytes && { body: bytes }),
  });
}

async function problemOf(response: Response): Promise<Problem> {
  const status = response.status;
  const after = Number(response.headers.get("retry-after"));
  const waits = Number.isInteger(after) && after > 0 ? { retryAfterSeconds: after } : {};
  try {
    return { ...waits, ...((await response.json()) as Problem), status };
  } catch {
    return { type: "link/no-problem", status, title: `The node answered ${status} without saying why`, ...waits };
  }
}
