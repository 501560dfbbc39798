import type { FastifyInstance } from "fastify";

/** Where the node writes what it does, a line at a time; no line holds personal data (promises.md P24). */
export type Log = (line: string, kind?: LogKind) => void;
/** A warning is for the operator's eyes now; a request is for whoever looks later. */
export type LogKind = "request" | "warning";

/**
 * One line for each request: route as it stands in the contract (its parameters may be a pass or a person's token), status
 * and time. A page or file that was served well is not worth a line.
 */
export function logRequests(app: FastifyInstance, log: Log, now: () => Temporal.Instant): void {
  app.addHook("onResponse", (request, reply, done) => {
    done();
    const route = request.routeOptions.url ?? "(none)";
    if (!route.startsWith("/api/") && reply.statusCode < 400) return;
    const at = now().toString({ fractionalSecondDigits: 3 });
    log(`${at} ${request.method} ${route} ${reply.statusCode} ${Math.round(reply.elapsedTime)}ms`, "request");
  });
}

const TURNED_AWAY_EVERY_MS = 1_000;

/** Counts requests that were turned away unread; one line tells of all in a second, because there may be very many. */
export function logTurnedAway(log: Log, now: () => Temporal.Instant): () => void {
  let count = 0;
  const tell = (): void => {
    log(`${now().toString({ fractionalSecondDigits: 3 })} busy: turned away ${count}`, "warning");
    count = 0;
  };
  return () => {
    count += 1;
    if (count === 1) setTimeout(tell, TURNED_AWAY_EVERY_MS).unref();
  };
}

/** An error nobody expected: its name, code and the places it passed, without its message, which may quote a value. */
export function logFailure(log: Log, error: unknown): void {
  const { name = "Error", code = "", stack = "" } = error as { name?: string; code?: string; stack?: string };
  const places = stack.split("\n").filter((line) => line.startsWith("    at "));
  log([`failed: ${name} ${code}`.trimEnd(), ...places].join("\n"), "warning");
}
