import { type Problem, routes } from "@twinline/api";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { RequestError } from "./errors.ts";
import { admittingServer } from "./http/admission.ts";
import { BODY_BYTES_MAX, readBodies } from "./http/body.ts";
import { answerBroken } from "./http/broken-requests.ts";
import { BUSY_RETRY_SECONDS, PROBLEM_TYPE, problemOf } from "./http/problem.ts";
import { limitRates, type RateLimits, rateLimits } from "./http/rate-limits.ts";
import { type Log, logFailure, logRequests, logTurnedAway } from "./http/request-log.ts";
import { addSecurityHeaders } from "./http/security-headers.ts";
import { validateRequests } from "./http/validation.ts";
import { keepContract } from "./openapi/contract.ts";
import { openApiDocument } from "./openapi/document.ts";
import { inlineScriptHashes, type SiteFiles } from "./site/files.ts";
import { serveSite } from "./site/serve-site.ts";

export const REQUEST_TIMEOUT_MS = 10_000;
export const KEEP_ALIVE_TIMEOUT_MS = 30_000;
export const HEADER_BYTES_MAX = 16 * 1024;
export const SOCKETS_MAX = 2_000;
export const PATH_PARAMETER_MAX = 200;
const SLOW_CHECK_MS = 500;
const serverLimits = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  maxHeaderSize: HEADER_BYTES_MAX,
  connectionsCheckingInterval: SLOW_CHECK_MS,
};
const API_VERSION = "0.1.0";
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

export type App = FastifyInstance;

/** A concept's routes: `registerPassages(app, node)` and its kin, closed over their node. */
export type Register = (app: App, site: () => SiteFiles) => void;

export type AppOptions = {
  registers: readonly Register[];
  /** The built screens; read anew for each request, because they may be built while the node runs. */
  site: () => SiteFiles;
  log: Log;
  now: () => Temporal.Instant;
  limits?: RateLimits;
  /** False while this node may decide nothing: commands are told to come back, reads go on. */
  isDeciding?: () => boolean;
};

/** The door: everything that is the same for every request. What is decided behind it is the concepts' own. */
export async function createApp(options: AppOptions): Promise<App> {
  const { registers, site, log, now, limits = rateLimits, isDeciding = () => true } = options;
  const turnedAway = logTurnedAway(log, now);
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_BYTES_MAX,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: PATH_PARAMETER_MAX },
    serverFactory: (listener) => admittingServer(serverLimits, listener, { inFlightMax: limits.inFlight, turnedAway }),
    clientErrorHandler: answerBroken,
    frameworkErrors: (error, _, reply) => void sendProblem(reply as unknown as Reply, problemOf(error)),
  });
  app.server.maxConnections = SOCKETS_MAX;
  answerProblems(app, log);
  logRequests(app, log, now);
  addSecurityHeaders(app, () => inlineScriptHashes(site()));
  limitRates(app, limits, () => performance.now());
  holdCommands(app, isDeciding);
  readBodies(app);
  validateRequests(app);
  const served = keepContract(app);
  for (const register of registers) register(app, site);
  app.get(routes.openapi.path, async () => openApiDocument(served, API_VERSION));
  serveSite(app, site);
  await app.ready();
  return app;
}

function holdCommands(app: App, isDeciding: () => boolean): void {
  app.addHook("onRequest", ({ method }, _, next) => {
    if (READS.has(method) || isDeciding()) return next();
    next(
      new RequestError("node/busy", 503, "The node has lost its database; nothing was recorded", {
        retryAfterSeconds: BUSY_RETRY_SECONDS,
      }),
    );
  });
}

function answerProblems(app: App, log: Log): void {
  app.setErrorHandler((error, _, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500 && !(error instanceof RequestError)) logFailure(log, error);
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_, reply) => {
    const error = new RequestError("request/not-found", 404, "There is nothing at this address");
    return sendProblem(reply, problemOf(error));
  });
}

type Reply = Pick<FastifyReply, "code" | "header" | "send">;

function sendProblem(reply: Reply, problem: Problem): unknown {
  if (problem.retryAfterSeconds !== undefined) reply.header("retry-after", String(problem.retryAfterSeconds));
  reply.code(problem.status);
  reply.header("content-type", PROBLEM_TYPE);
  return reply.send(JSON.stringify(problem));
}
