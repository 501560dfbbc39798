import { routes, SecondAnswer, SecondRequest } from "@twinline/api";
import { type GuardedSubject, judge, type Officer } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import type { Access } from "../access/access.ts";
import { accessError } from "../access/access-error.ts";
import { actorOf, type Caller } from "../access/caller.ts";
import { requireOfficer } from "../access/guard.ts";
import { takeLink } from "../access/links.ts";
import { findOfficerRow } from "../access/roll.ts";
import { keepSecond } from "../access/second-signatures.ts";
import type { App } from "../app.ts";
import { noteUse } from "./passkey-use.ts";
import { provenPasskey } from "./passkeys.ts";
import { assertUnhurried } from "./sign-in.ts";

/** A second officer signs for one deed, at the first officer's post, with her own key (P26). */
export function registerSecond(app: App, access: Access): void {
  const { node } = access;
  app.post<{ Body: SecondRequest }>(
    routes.secondOfficer.path,
    { schema: { body: SecondRequest, response: { 200: SecondAnswer } } },
    async (request) => {
      const first = await requireOfficer(access, request);
      assertUnhurried(access, request);
      const { act, content } = request.body;
      const second = await secondOfficer(access, request, first.officer.officer, request.body);
      assertFits(first, second, act);
      const signature = {
        officer: second.officer,
        first: first.officer.officer,
        device: first.post?.device,
        act,
        content,
      };
      const token = await keepSecond(node.database, signature, node.effects.now());
      return { token, number: second.number };
    },
  );
}

async function secondOfficer(
  access: Access,
  request: FastifyRequest,
  first: string,
  { act, content, passkey, code }: SecondRequest,
): Promise<Officer> {
  const id = passkey === undefined ? await byCode(access, code) : await byPasskey();
  const officer = id === undefined ? undefined : await findOfficerRow(access.node.database, id);
  if (officer?.active !== true) throw accessError("access/passkey", 401, "Cannot believe the second officer's proof");
  return officer;

  async function byPasskey(): Promise<string | undefined> {
    if (passkey === undefined) return undefined;
    const proven = await provenPasskey(access, request, passkey, { purpose: "second", officer: first, act, content });
    const noted = await noteUse(access.node.database, proven, access.node.effects.now());
    return noted ? proven.passkey.officer : undefined;
  }
}

/** One-time codes exist in a demonstration only: elsewhere the second officer proves herself as the first one did. */
async function byCode(access: Access, code: string | undefined): Promise<string | undefined> {
  if (!access.demo || code === undefined) return undefined;
  return await takeLink(access.node.database, code, "second", access.node.effects.now());
}

/** Asked here for a quick answer; the deed itself asks again, with the subject it is really about. */
function assertFits(caller: Caller, { officer, role, side }: Officer, act: string): void {
  const [kind = "", verb = ""] = act.split("/", 1)[0]?.split(".") ?? [];
  const gate = caller.post?.gate;
  const subject: GuardedSubject = { kind, side, ...(gate === undefined ? {} : { gate }) };
  const ruling = judge(actorOf(caller), verb, subject, { officer, role, side });
  if (ruling.kind === "refused")
    throw accessError(ruling.reason, 403, `Cannot sign for "${act}": the policy does not allow it`);
}
