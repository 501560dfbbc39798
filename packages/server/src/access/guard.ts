import { contentOf } from "@twinline/api";
import { type Author, abilities, type GuardedSubject, judge, menu, type Second } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import type { Access } from "./access.ts";
import { accessError, signatureError } from "./access-error.ts";
import { actorOf, authorOf, type Caller, callerOf, notSignedIn } from "./caller.ts";
import { findOfficerRow } from "./roll.ts";
import { useSecond } from "./second-signatures.ts";

/** The caller, an officer for certain. Throws RequestError 401. */
export async function requireOfficer(access: Access, request: FastifyRequest) {
  const caller = await callerOf(access, request);
  if (caller.officer === undefined || caller.means === undefined) throw notSignedIn();
  return { ...caller, officer: caller.officer, means: caller.means };
}

/** The caller at a gate: a device that signed, and an officer too unless the lane is automatic. Throws RequestError 401. */
export async function requireDevice(access: Access, request: FastifyRequest) {
  const caller = await callerOf(access, request);
  if (caller.device === undefined) throw signatureError("missing", "Cannot take the request: no device signed it");
  const isAutomatic = caller.device.automatic && caller.device.deviceKind === "gate";
  if (caller.officer === undefined && !isAutomatic) throw notSignedIn();
  return { ...caller, device: caller.device };
}

/** The caller at a registered gate or till that signed the request, with an officer or by itself. Throws RequestError 401. */
export async function requirePost(access: Access, request: FastifyRequest) {
  const caller = await callerOf(access, request);
  if (caller.device === undefined) throw signatureError("missing", "Cannot take the request: no device signed it");
  return { ...caller, device: caller.device };
}

/** Lets through what the policy allows this caller alone. Throws RequestError 403 with the policy's reason. */
export function requireAbility(
  access: Access,
  caller: Caller,
  verb: string,
  subject: GuardedSubject,
  second?: Second,
): void {
  if (!isAlone(access, caller, verb, subject, second)) throw needsSecond(verb, subject);
}

/** Whether nobody else must sign; false: the policy asks for a second officer. Throws RequestError 403 with its reason. */
function isAlone(access: Access, caller: Caller, verb: string, subject: GuardedSubject, second?: Second): boolean {
  assertPasskey(access, caller, verb);
  const ruling = judge(actorOf(caller), verb, subject, second);
  if (ruling.kind === "refused")
    throw accessError(ruling.reason, 403, `Cannot do "${actOf(verb, subject)}": the policy does not allow it`);
  return ruling.kind === "allowed";
}

function needsSecond(verb: string, subject: GuardedSubject) {
  return accessError("access/needs-second", 403, `Cannot do "${actOf(verb, subject)}": a second officer must sign`);
}

/** What the deed is called that two officers sign, e.g. "passage.override/1204". */
export function actOf(verb: string, { kind }: GuardedSubject, id?: string): string {
  return id === undefined ? `${kind}.${verb}` : `${kind}.${verb}/${id}`;
}

type TwoSigned = {
  readonly token: string | undefined;
  readonly id?: string;
  readonly request: string;
  readonly asked: object;
};

/**
 * Lets through what the policy allows this caller with a second officer (P26). `token` is what POST /api/session/second gave
 * for exactly this act, first officer and post, and for what is `asked` (the body or query, the token left out); it is used
 * up for `request`, the idempotency key.
 * Returns the author of the entry, the second officer and what she confirmed included. Throws RequestError 403.
 */
export async function requireTwo(
  access: Access,
  caller: Caller,
  verb: string,
  subject: GuardedSubject,
  signed: TwoSigned,
): Promise<Author> {
  const { token, request, id, asked } = signed;
  // NOTE: the policy first: who may never do this is told so, whatever was sent as a second.
  isAlone(access, caller, verb, subject);
  if (token === undefined) throw needsSecond(verb, subject);
  const act = actOf(verb, subject, id);
  const content = await contentOf(act, asked);
  const second = await secondOf(access, caller, { act, content }, { token, request });
  requireAbility(access, caller, verb, subject, second);
  return { ...authorOf(caller), second: second.officer, confirmed: content };
}

/** Verbs for the `may` of an answer about this subject. */
export function mayOf(access: Access, caller: Caller, subject: GuardedSubject): string[] {
  return isHeldBack(access, caller) ? [] : abilities(actorOf(caller), subject);
}

/** Everything the caller may do here, as "kind.verb", for menus. */
export function menuOf(access: Access, caller: Caller): string[] {
  return isHeldBack(access, caller) ? ["officer.register_passkey"] : menu(actorOf(caller));
}

async function secondOf(
  access: Access,
  caller: Caller,
  { act, content }: { readonly act: string; readonly content: string },
  { token, request }: { readonly token: string; readonly request: string },
): Promise<Second> {
  const { database, effects } = access.node;
  const first = caller.officer?.officer;
  if (first === undefined) throw notSignedIn();
  const what = { first, act, content, device: caller.post?.device };
  const id = await useSecond(database, token, what, request, effects.now());
  const officer = id === undefined ? undefined : await findOfficerRow(database, id);
  if (officer?.active === true) return { officer: officer.officer, role: officer.role, side: officer.side };
  throw accessError("access/second-invalid", 403, `Cannot do "${act}": the second signature is not good for it`);
}

/** Who signed in by a link may make a passkey, and nothing else until then. */
function isHeldBack({ demo }: Access, { means }: Caller): boolean {
  return means === "link" && !demo;
}

function assertPasskey(access: Access, caller: Caller, verb: string): void {
  if (!isHeldBack(access, caller) || verb === "register_passkey") return;
  throw accessError("access/passkey-needed", 403, `Cannot do "${verb}" by a sign-in link: register a passkey first`);
}
