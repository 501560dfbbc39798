import { signIn as concept, type SignIn, type SignInMeans } from "@twinline/zone";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "../access/access.ts";
import { accessError } from "../access/access-error.ts";
import { callerOf } from "../access/caller.ts";
import { setCookie } from "../access/cookie.ts";
import { record } from "../access/recording.ts";
import { beginSession, endSession } from "../access/sessions.ts";
import type { Queries } from "../database.ts";

/**
 * Signs an officer in: one transaction takes the proof, writes the entry and begins a session with a new secret, whatever
 * cookie the browser brought. `prove` returns false when the proof was used up meanwhile. Throws RequestError 401.
 */
export async function beginWork(
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  officer: string,
  means: SignInMeans,
  prove: (tx: Queries) => Promise<boolean>,
): Promise<void> {
  const { node, door } = access;
  const { device, secret: before } = await callerOf(access, request);
  const by = { officer, ...(device === undefined ? {} : { device: device.device }) };
  const command: SignIn = { kind: concept.kind as "sign_in", by, officer, means };
  let secret = "";
  const recorded = await record(access, request, command, {
    alongside: async (tx, { body }) => {
      if (body.outcome !== "done") return;
      if (!(await prove(tx))) throw refused(means);
      if (before !== undefined) await endSession(tx, before);
      secret = await beginSession(tx, { officer, device: device?.device, means }, node.effects.now());
    },
  });
  if (recorded.body.outcome !== "done" || secret === "") throw refused(means);
  reply.header("set-cookie", setCookie(door, node.side, secret));
}

/** The same words for every reason: a door does not say which key would fit. */
export function refused(means: SignInMeans) {
  if (means === "link") return accessError("access/link", 401, "Cannot sign in: the link is used up or too old");
  return accessError("access/passkey", 401, "Cannot believe the passkey's answer");
}

/** Slows down guessing from one address. Throws RequestError 429. */
export function assertUnhurried(access: Access, { ip }: Pick<FastifyRequest, "ip">): void {
  const wait = access.signIns.take(ip, access.node.effects.now().epochMilliseconds);
  if (wait > 0) throw accessError("access/too-many", 429, "Too many attempts to sign in from here", wait);
}
