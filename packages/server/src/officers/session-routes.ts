import { LinkRequest, routes, Session } from "@twinline/api";
import type { Access } from "../access/access.ts";
import { assertOwnOrigin, callerOf } from "../access/caller.ts";
import { setCookie } from "../access/cookie.ts";
import { requireOfficer } from "../access/guard.ts";
import { findLink, takeLink } from "../access/links.ts";
import { findOfficerRow } from "../access/roll.ts";
import { endSession } from "../access/sessions.ts";
import type { App } from "../app.ts";
import { presentSession } from "./present-session.ts";
import { assertUnhurried, beginWork, refused } from "./sign-in.ts";

/** Who is signed in; signing in by a one-time link; signing out. */
export function registerSessions(app: App, access: Access): void {
  const { node, door } = access;

  app.get(routes.session.path, { schema: { response: { 200: Session } } }, async (request) =>
    presentSession(access, await requireOfficer(access, request)),
  );

  app.post<{ Body: LinkRequest }>(
    routes.sessionLink.path,
    { schema: { body: LinkRequest, response: { 200: Session } } },
    async (request, reply) => {
      assertOwnOrigin(access, request);
      assertUnhurried(access, request);
      const { token } = request.body;
      const id = await findLink(node.database, token, "sign-in", node.effects.now());
      const officer = id === undefined ? undefined : await findOfficerRow(node.database, id);
      if (officer === undefined) throw refused("link");
      await beginWork(access, request, reply, officer.officer, "link", async (tx) => {
        return (await takeLink(tx, token, "sign-in", node.effects.now())) !== undefined;
      });
      const { post } = await callerOf(access, request);
      return presentSession(access, { officer, means: "link", ...(post === undefined ? {} : { post }) });
    },
  );

  app.delete(routes.sessionEnd.path, async (request, reply) => {
    const { secret } = await callerOf(access, request);
    if (secret !== undefined) await endSession(node.database, secret);
    reply.header("set-cookie", setCookie(door, node.side, undefined)).code(204);
  });
}
