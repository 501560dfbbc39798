import {
  PasskeyAnswer,
  PasskeyOptions,
  PasskeyOptionsRequest,
  PasskeyParams,
  PasskeyRegistration,
  Recorded,
  routes,
  Session,
} from "@twinline/api";
import type { AddPasskey, RevokePasskey } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { assertOwnOrigin, authorOf, callerOf } from "../access/caller.ts";
import { setCookie } from "../access/cookie.ts";
import { requireAbility, requireOfficer } from "../access/guard.ts";
import { presentRecorded, record } from "../access/recording.ts";
import { findActivePasskey, findOfficerRow } from "../access/roll.ts";
import { beginSession, endSession, endSessionsOf } from "../access/sessions.ts";
import type { App } from "../app.ts";
import { noteUse } from "./passkey-use.ts";
import { provenPasskey, registrationOptions, signingOptions, verifiedRegistration } from "./passkeys.ts";
import { presentSession } from "./present-session.ts";
import { assertUnhurried, beginWork, refused } from "./sign-in.ts";

/** Passkeys (WebAuthn Level 3): one's own new one, and signing in with it. */
export function registerPasskeys(app: App, access: Access): void {
  registerOwnPasskey(app, access);
  registerLostPasskey(app, access);
  const { node } = access;

  app.post<{ Body: PasskeyOptionsRequest }>(
    routes.passkeySignInOptions.path,
    { schema: { body: PasskeyOptionsRequest, response: { 200: PasskeyOptions } } },
    async (request) => {
      assertOwnOrigin(access, request);
      assertUnhurried(access, request);
      if (!("act" in request.body)) return await signingOptions(access, { purpose: "sign-in" });
      const { officer } = await requireOfficer(access, request);
      return await signingOptions(access, { purpose: "second", officer: officer.officer, ...request.body });
    },
  );

  app.post<{ Body: PasskeyAnswer }>(
    routes.passkeySignIn.path,
    { schema: { body: PasskeyAnswer, response: { 200: Session } } },
    async (request, reply) => {
      assertOwnOrigin(access, request);
      assertUnhurried(access, request);
      const proven = await provenPasskey(access, request, request.body, { purpose: "sign-in" });
      const officer = await findOfficerRow(node.database, proven.passkey.officer);
      if (officer === undefined) throw refused("passkey");
      await beginWork(access, request, reply, officer.officer, "passkey", (tx) =>
        noteUse(tx, proven, node.effects.now()),
      );
      const { post } = await callerOf(access, request);
      return presentSession(access, { officer, means: "passkey", ...(post === undefined ? {} : { post }) });
    },
  );
}

function registerOwnPasskey(app: App, access: Access): void {
  const { node, door } = access;

  app.post(routes.passkeyRegisterOptions.path, { schema: { response: { 200: PasskeyOptions } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    const { officer, side } = caller.officer;
    requireAbility(access, caller, "register_passkey", { kind: "officer", side, owner: officer });
    return await registrationOptions(access, caller.officer);
  });

  app.post<{ Body: PasskeyRegistration }>(
    routes.passkeyRegister.path,
    { schema: { body: PasskeyRegistration, response: { 200: Recorded } } },
    async (request, reply) => {
      const caller = await requireOfficer(access, request);
      const { officer, side } = caller.officer;
      requireAbility(access, caller, "register_passkey", { kind: "officer", side, owner: officer });
      const made = await verifiedRegistration(access, request, officer, request.body);
      const command: AddPasskey = { kind: "passkey_add", by: authorOf(caller), officer, ...made };
      const recorded = await record(access, request, command, {
        // NOTE: who came by link has proved herself by a key now; the session begins anew, with a new secret.
        alongside: async (tx, { body }) => {
          if (body.outcome !== "done" || caller.means === "passkey" || caller.secret === undefined) return;
          await endSession(tx, caller.secret);
          const session = { officer, device: caller.post?.device, means: "passkey" as const };
          const secret = await beginSession(tx, session, node.effects.now());
          reply.header("set-cookie", setCookie(door, node.side, secret));
        },
      });
      return presentRecorded(node, recorded);
    },
  );
}

/** A lost key: its officer's sessions end with it, because whoever has the key may be in one (P27). */
function registerLostPasskey(app: App, access: Access): void {
  const { node } = access;
  app.post<{ Params: { credential: string } }>(
    routes.passkeyRevoke.path,
    { schema: { params: PasskeyParams, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      const { credential } = request.params;
      const owner = (await findActivePasskey(node.database, credential))?.officer;
      const subject = { kind: "officer", side: node.side, ...(owner === undefined ? {} : { owner }) };
      requireAbility(access, caller, "revoke_passkey", subject);
      const command: RevokePasskey = { kind: "passkey_revoke", by: authorOf(caller), credential };
      const recorded = await record(access, request, command, {
        alongside: async (tx) => {
          if (owner !== undefined) await endSessionsOf(tx, owner);
        },
      });
      return presentRecorded(node, recorded);
    },
  );
}
