import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { RequestError } from "../errors.ts";
import { PROBLEM_TYPE, problemOf } from "./problem.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** After this long a client that goes on sending after its answer is cut off. */
const GOODBYE_MS = 500;

/**
 * Answers what is no request of HTTP (RFC 9112): with a problem, as every other refusal, and the end of the connection, for
 * nobody knows where its next request would begin. What else came is read and dropped for a moment, because a socket that
 * is closed with bytes unread takes its answer back.
 */
export function answerBroken(error: Error & { readonly code?: string }, socket: Socket): void {
  // NOTE: what a client sends after its answer is broken, too; the time below ends it.
  if (error.code === "ECONNRESET" || socket.destroyed || socket.writableEnded) return;
  if (!socket.writable) return void socket.destroy();
  const problem = problemOf(faultOf(error.code));
  const body = JSON.stringify(problem);
  const headers = {
    "content-type": PROBLEM_TYPE,
    "content-length": Buffer.byteLength(body),
    connection: "close",
    "cache-control": "no-store",
    ...SECURITY_HEADERS,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`, ...lines, "", ""].join("\r\n");
  socket.resume().end(head + body);
  setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
}

function faultOf(code: string | undefined): RequestError {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT")
    return new RequestError("request/too-slow", 408, "Cannot take the request: it did not come in time");
  if (code === "HPE_HEADER_OVERFLOW")
    return new RequestError("request/headers-too-large", 431, "Cannot take the request: its headers are too large");
  return new RequestError("request/malformed", 400, "Cannot read the request: it is not HTTP");
}
