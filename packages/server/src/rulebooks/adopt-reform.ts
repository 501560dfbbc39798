import { createHash } from "node:crypto";
import { ProposalAdopt, ProposalLaw, ProposalParams, Recorded, routes } from "@twinline/api";
import { type Flattened, flattenReform } from "@twinline/rulebook/load";
import { dayText } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { mayOf, requireAbility, requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, presentRecorded } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import type { ZoneNode } from "../node.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { faultsAsProblem, filesInForce } from "./in-force.ts";
import { getProposal } from "./proposals.ts";
import { publishRulebook } from "./publish.ts";
import { RulebookFaultError, type RuleFiles } from "./rule-files.ts";

type Whole = {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
  readonly effective: number;
  readonly files: RuleFiles;
};

/** A saved reform becomes law as the new text of its base, under two people's hands (P26). */
export function registerReforms(app: App, { access, spine }: { access: Access; spine: OpenSpine }): void {
  const { node } = access;
  const law = { kind: "rulebook", side: node.side };
  type One = { Params: { hash: string } };

  const read = { params: ProposalParams, response: { 200: ProposalLaw } };
  app.get<One>(routes.proposalLaw.path, { schema: read }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", law);
    const { name, text, hash, effective } = await wholeText(spine, node, request.params.hash);
    return { name, text, hash, effective: dayText(effective), may: mayOf(access, caller, law) };
  });

  const adopt = { params: ProposalParams, body: ProposalAdopt, response: { 200: Recorded } };
  app.post<One & { Body: ProposalAdopt }>(routes.proposalAdopt.path, { schema: adopt }, async (request) => {
    const caller = await requireOfficer(access, request);
    const { name, hash, files } = await wholeText(spine, node, request.params.hash);
    const key = keyOf(request);
    const signed = { token: request.body.second, id: hash, request: key, asked: request.body };
    const by = await requireTwo(access, caller, "adopt", law, signed);
    return presentRecorded(node, await publishRulebook(spine, name, files, by, key).catch(faultsAsProblem));
  });
}

/** The text in force with the reform written into it. Throws RequestError when the base has moved or the law is to be past. */
async function wholeText(spine: OpenSpine, node: ZoneNode, proposal: string): Promise<Whole> {
  const reform = await getProposal(node.database, proposal);
  const base = /^base: ([a-z0-9/-]+)@/m.exec(reform.text)?.[1] ?? reform.name;
  const { files } = await filesInForce(spine, base, node.database);
  const flattened = flattenReform(new Map([...files, [`${reform.name}.yaml`, reform.text]]), reform.name);
  if ("findings" in flattened) return faultsAsProblem(new RulebookFaultError(reform.name, flattened.findings));
  const today = spine.world().legalDay(node.effects.now().epochMilliseconds);
  const { name, text, from = today } = flattened;
  if (from < today) throw retroactive(flattened, today);
  const hash = createHash("sha256").update(text).digest("hex");
  return { name, text, hash, effective: from, files: new Map([...files, [`${name}.yaml`, text]]) };
}

/** Decisions of past days stand (P12): a law that reaches back is written as whole text, by people who mean it. */
function retroactive({ name, from = 0 }: Flattened, today: number): RequestError {
  const [day, now] = [dayText(from), dayText(today)];
  return new RequestError(
    "proposal/retroactive",
    409,
    `Cannot adopt into "${name}": it changes the law from "${day}"`,
    {
      texts: {
        zh: `该方案自${day}起改变规则，早于今日法定日${now}。请将生效日改为今日或以后，另存为新方案。`,
        kk: `Реформа заңды ${day} күнінен өзгертеді, ал бүгінгі заңды күн — ${now}. Күшіне енетін күнді бүгінге не кейінге қойып, қайта сақтаңыз.`,
        ru: `Реформа меняет правила с ${day}, а правовой день сегодня — ${now}. Перенесите начало действия на сегодня или позже и сохраните заново.`,
        en: `The reform changes the rules from ${day}, and the legal day is ${now}. Move its first day to today or later and save it anew.`,
      },
    },
  );
}
