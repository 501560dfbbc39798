import {
  OfficerAdd,
  OfficerAdded,
  OfficerInvite,
  OfficerInvited,
  OfficerList,
  OfficerParams,
  Recorded,
  routes,
} from "@twinline/api";
import {
  type AddOfficer,
  type InviteOfficer,
  isFounding,
  isSignatory,
  type OfficerRole,
  officerRoles,
  type RevokeOfficer,
} from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { actorOf, authorOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer, requireTwo } from "../access/guard.ts";
import { makeLink } from "../access/links.ts";
import { keyOf, presentRecorded, record } from "../access/recording.ts";
import { listOfficers, rolesBeside } from "../access/roll.ts";
import { endSessionsOf } from "../access/sessions.ts";
import type { App } from "../app.ts";
import { invitation, newOfficerId } from "./invitation.ts";

type OfficerCaller = Awaited<ReturnType<typeof requireOfficer>>;

/** The roll: who works here, who joins, who leaves. */
export function registerOfficers(app: App, access: Access): void {
  const { node } = access;
  const { database, effects, side } = node;
  const roll = { kind: "officer", side };

  app.get(routes.officers.path, { schema: { response: { 200: OfficerList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", roll);
    const rows = await listOfficers(database);
    return {
      rows: rows.map(({ officer: id, number, role, active, passkeys }) => {
        return { id, number, role, active, passkeys, may: mayOf(access, caller, { ...roll, owner: id }) };
      }),
      forTwo: await rolesForTwo(access, caller),
      may: mayOf(access, caller, roll),
    };
  });

  app.post<{ Body: OfficerAdd }>(
    routes.officerAdd.path,
    { schema: { body: OfficerAdd, response: { 200: OfficerAdded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      const { number, role } = request.body;
      const key = keyOf(request);
      const by = await authorOfAdding(access, caller, request.body, key);
      const command: AddOfficer = { kind: "officer_add", by, officer: newOfficerId(), number, role };
      let secret: string | undefined;
      const recorded = await record(access, request, command, {
        key,
        alongside: async (tx, { body }) => {
          if (body.outcome === "done") secret = await makeLink(tx, command.officer, "sign-in", effects.now());
        },
      });
      const officer = recorded.body.outcome === "done" ? String(recorded.body.officer) : undefined;
      return {
        ...presentRecorded(node, recorded),
        ...(officer === undefined ? {} : { officer }),
        // NOTE: a repeated request gets its answer again but no second link; two officers make one by POST …/invitation.
        ...(secret === undefined ? {} : { invitation: invitation(secret, effects.now()) }),
      };
    },
  );

  registerInvitations(app, access);
  registerLeaving(app, access);
}

/** Who cannot be one of two is added by one, and so is the first signatory of a fresh zone, whom nobody there could sign for. */
async function authorOfAdding(access: Access, caller: OfficerCaller, asked: OfficerAdd, request: string) {
  const { role, second } = asked;
  const roll = { kind: "officer", side: access.node.side };
  requireAbility(access, caller, "add", roll);
  if (!(await rolesForTwo(access, caller)).includes(role)) return authorOf(caller);
  return await requireTwo(access, caller, "add_signatory", roll, { token: second, request, asked });
}

/** Roles whose officers the caller cannot add without a second officer. */
async function rolesForTwo({ node }: Access, caller: OfficerCaller): Promise<OfficerRole[]> {
  const beside = await rolesBeside(node.database, caller.officer.officer);
  return isFounding(actorOf(caller), beside) ? [] : officerRoles.filter(isSignatory);
}

/** Another link for somebody on the roll: recorded, and by two hands, because who has it is that officer (P26). */
function registerInvitations(app: App, access: Access): void {
  const { node } = access;
  const { effects, side } = node;

  app.post<{ Params: { id: string }; Body: OfficerInvite }>(
    routes.officerInvite.path,
    { schema: { params: OfficerParams, body: OfficerInvite, response: { 200: OfficerInvited } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      const { id } = request.params;
      const asked = request.body;
      const key = keyOf(request);
      const subject = { kind: "officer", side, owner: id };
      const by = await requireTwo(access, caller, "invite", subject, { token: asked.second, id, request: key, asked });
      const command: InviteOfficer = { kind: "officer_invite", by, officer: id };
      let secret: string | undefined;
      const recorded = await record(access, request, command, {
        key,
        alongside: async (tx, { body }) => {
          if (body.outcome === "done") secret = await makeLink(tx, id, "sign-in", effects.now());
        },
      });
      const made = secret === undefined ? {} : { invitation: invitation(secret, effects.now()) };
      return { ...presentRecorded(node, recorded), ...made };
    },
  );
}

function registerLeaving(app: App, access: Access): void {
  const { node } = access;
  const { side } = node;

  app.post<{ Params: { id: string } }>(
    routes.officerRevoke.path,
    { schema: { params: OfficerParams, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      const officer = request.params.id;
      requireAbility(access, caller, "revoke", { kind: "officer", side, owner: officer });
      const command: RevokeOfficer = { kind: "officer_revoke", by: authorOf(caller), officer };
      const recorded = await record(access, request, command, { alongside: (tx) => endSessionsOf(tx, officer) });
      return presentRecorded(node, recorded);
    },
  );
}
