import { RulebookDetail, RulebookList, RulebookParams, type RulebookRow, routes } from "@twinline/api";
import type { CheckedRulebook, Parameter, ParameterVersion } from "@twinline/rulebook";
import { dayText } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { findRuleFiles } from "./rule-files.ts";

/** The law as officers read it: what is in force here, and any text that ever was. */
export function registerReading(app: App, { access, spine }: { access: Access; spine: OpenSpine }): void {
  const { database, effects, side } = access.node;
  const subject = { kind: "rulebook", side };

  app.get(routes.rulebooks.path, { schema: { response: { 200: RulebookList } } }, async (request) => {
    requireAbility(access, await requireOfficer(access, request), "read", subject);
    const day = spine.world().legalDay(effects.now().epochMilliseconds);
    return { rows: [...spine.world().rulebooks.values()].map(({ rulebook }) => rowOf(rulebook, day)) };
  });

  const schema = { params: RulebookParams, response: { 200: RulebookDetail } };
  app.get<{ Params: { hash: string } }>(routes.rulebook.path, { schema }, async (request) => {
    requireAbility(access, await requireOfficer(access, request), "read", subject);
    const { hash } = request.params;
    const found = await findRuleFiles(database, hash);
    if (found === undefined) throw unknownRulebook();
    const { rulebook } = await spine.shelf.fetch(hash);
    const inForce = spine.world().rulebooks.get(found.name)?.rulebook.hash === hash;
    return { rulebook, inForce };
  });
}

function rowOf(rulebook: CheckedRulebook, day: number): RulebookRow {
  const { name, label, hash, decides, covers, instruments, parameters } = rulebook;
  const inForce = parameters.map((parameter) => versionOn(parameter, day)).filter((version) => version !== undefined);
  return {
    name,
    title: label,
    hash,
    decides,
    coversFrom: dayText(covers.from),
    law: dayText(day),
    sources: instruments.map(({ cite }) => ({ ...cite })),
    figures: inForce.length,
    unknown: inForce.filter(isUnknown).length,
    doubtful: inForce.filter(({ confidence }) => confidence === "low" || confidence === "unverified").length,
  };
}

function versionOn({ versions }: Parameter, day: number): ParameterVersion | undefined {
  return versions.findLast(({ from }) => from <= day);
}

function isUnknown({ other, keyed }: ParameterVersion): boolean {
  return [other, ...keyed.map(({ figure }) => figure)].some((figure) => figure?.kind === "unknown");
}

function unknownRulebook(): RequestError {
  return new RequestError("rulebook/unknown", 404, "Cannot show the rulebook: none of that hash was in force here", {
    texts: {
      zh: "此处从未施行过该规则集。",
      kk: "Бұл жерде мұндай ережелер жинағы қолданыста болған емес.",
      ru: "Такой свод правил здесь не действовал.",
      en: "No such rulebook was ever in force here.",
    },
  });
}
