import type { Problem } from "@twinline/api";
import { RequestError } from "../errors.ts";
import { problemTexts } from "./problem-texts.ts";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";
/** What a client waits when the node says "busy": long enough to drain a batch, short enough for a lane. */
export const BUSY_RETRY_SECONDS = 1;

/** Codes of Fastify's own refusals that a client can cause. */
const framework: ReadonlyMap<string, { id: string; status: number; title: string }> = new Map([
  [
    "FST_ERR_CTP_BODY_TOO_LARGE",
    { id: "request/too-large", status: 413, title: "Cannot take the body: it is too large" },
  ],
  [
    "FST_ERR_CTP_INVALID_MEDIA_TYPE",
    { id: "request/media-type", status: 415, title: 'Cannot take the body: only "application/json" is accepted' },
  ],
  [
    "FST_ERR_CTP_INVALID_CONTENT_LENGTH",
    { id: "request/invalid", status: 400, title: "Cannot take the body: its length is not the announced one" },
  ],
]);

/**
 * SQLSTATE classes and driver states in which the work can simply be asked for again: no connection, server going down or
 * coming up, too many connections, statement and lock timeouts, deadlock, serialisation, disk full; and what an abort drags along.
 */
const BUSY = /^(08...|25P02|57P0.|57014|53...|55P03|40001|40P01|ECONN.*|EPIPE|ENOENT)$/;
const BUSY_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/** @returns the RFC 9457 problem for anything that was thrown; nothing of an unexpected error leaves the node */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) return fromRequestError(error);
  const {
    code = "",
    statusCode = 500,
    message = "",
  } = error as { code?: string; statusCode?: number; message?: string };
  const known = framework.get(code);
  if (known !== undefined) return build(known.id, known.status, known.title);
  if (BUSY.test(code) || BUSY_MESSAGE.test(message))
    return {
      ...build("node/busy", 503, "The node is busy; nothing was recorded"),
      retryAfterSeconds: BUSY_RETRY_SECONDS,
    };
  if (code.startsWith("FST_") && statusCode >= 400 && statusCode < 500)
    return build("request/invalid", statusCode, "Cannot take the request");
  return build("node/failed", 500, "The node failed");
}

function fromRequestError(error: RequestError): Problem {
  const problem = build(error.id, error.status, error.message);
  if (error.texts !== undefined) problem.text = error.texts;
  if (error.field !== undefined) problem.field = error.field;
  if (error.retryAfterSeconds !== undefined) problem.retryAfterSeconds = error.retryAfterSeconds;
  return problem;
}

function build(type: string, status: number, title: string): Problem {
  const text = problemTexts[type];
  return { type, status, title, ...(text === undefined ? {} : { text }) };
}
