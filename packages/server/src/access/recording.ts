import { createHmac, randomUUID } from "node:crypto";
import type { Receipt, Recorded as RecordedAnswer } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import type { Body, Command } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import { RequestError } from "../errors.ts";
import { originOf, type ZoneNode } from "../node.ts";
import { findAnswers } from "../writer/answers.ts";
import type { Ask, Recorded } from "../writer/ask.ts";
import type { Access } from "./access.ts";

/** Any but version 8: the node makes those from the names of what happens once, so that nobody can take such a name before. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-79a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The idempotency key of a command; a caller that sends none asks for something new each time. Throws RequestError 400. */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return randomUUID();
  if (typeof key === "string" && isKey(key)) return key;
  throw new RequestError("request/invalid", 400, "Cannot take the command: its Idempotency-Key is not a UUID", {
    field: "/idempotency-key",
  });
}

/** Whether a text may be an idempotency key. */
export function isKey(text: string): boolean {
  return UUID.test(text);
}

/** Asks the spine, with what brought the command; a refusal is an answer. */
export async function record<C extends Command>(
  access: Access,
  request: FastifyRequest,
  command: C,
  more: { readonly key?: string; readonly alongside?: Ask["alongside"] } = {},
): Promise<Recorded> {
  const { key = keyOf(request), alongside } = more;
  const ask: Ask = { command, key, request: requestHash(access.node, request) };
  return await access.ask(alongside === undefined ? ask : { ...ask, alongside });
}

/**
 * What this very request was answered with before under its key: where the world has moved on and the command could not be
 * read any more, the answer that was given still stands (promises.md P4).
 */
export async function recordedBefore({ node }: Access, request: FastifyRequest): Promise<Recorded | undefined> {
  const key = keyOf(request);
  const answer = (await findAnswers(node.database, [key])).get(key);
  if (answer === undefined || !answer.request.equals(requestHash(node, request))) return undefined;
  const { number, hash, signature, text } = answer;
  return { number, hash, signature, body: parseCanonical(text) as Body, repeated: true };
}

/** What every command that is no passage answers. */
export function presentRecorded(node: ZoneNode, recorded: Recorded): RecordedAnswer {
  const outcome = recorded.body.outcome === "done" ? "done" : "refused";
  return { receipt: presentReceipt(node, recorded), outcome, reason: recorded.body.reason };
}

function presentReceipt(node: ZoneNode, { number, hash, body, signature }: Recorded): Receipt {
  return { origin: originOf(node), number, hash, at: body.at, signature };
}

/** Keyed, because a body may hold a document number that could be guessed from a plain hash. */
function requestHash(node: ZoneNode, { method, url, rawBody }: FastifyRequest): Buffer {
  const hmac = createHmac("sha256", node.secrets.get("request"));
  return hmac
    .update(`${method} ${url}\n`)
    .update(rawBody ?? "")
    .digest();
}
