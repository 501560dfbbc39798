import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import { RequestError } from "../errors.ts";
import { BUSY_RETRY_SECONDS, PROBLEM_TYPE, problemOf } from "./problem.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** Requests being answered at once, more than a busy side has lanes and tills; the next one is told to come back (P29). */
export const IN_FLIGHT_MAX = 128;

const busy = new RequestError("node/busy", 503, "The node is busy; nothing was recorded", {
  retryAfterSeconds: BUSY_RETRY_SECONDS,
});
const BUSY_BODY = Buffer.from(JSON.stringify(problemOf(busy)));
const BUSY_HEADERS = {
  "content-type": PROBLEM_TYPE,
  "content-length": BUSY_BODY.length,
  "retry-after": String(BUSY_RETRY_SECONDS),
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'",
  ...SECURITY_HEADERS,
};

/**
 * A server that turns away what is too many before anything of it is read: under ten times the load most requests end here,
 * and what each of them costs is taken from those that were accepted.
 * @param turnedAway called once for each request that was told to come back
 */
export function admittingServer(
  options: ServerOptions,
  listener: RequestListener,
  { inFlightMax, turnedAway }: { readonly inFlightMax: number; readonly turnedAway: () => void },
): Server {
  let inFlight = 0;
  const left = (): void => {
    inFlight -= 1;
  };
  return createServer(options, (request, response) => {
    if (inFlight >= inFlightMax) {
      turnedAway();
      response.writeHead(503, BUSY_HEADERS).end(BUSY_BODY);
      return;
    }
    inFlight += 1;
    response.once("close", left);
    listener(request, response);
  });
}
