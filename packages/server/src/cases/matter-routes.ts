import { CaseParams, MatterDetail, routes } from "@twinline/api";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";
import { presentRow } from "../entries/present.ts";
import { RequestError } from "../errors.ts";
import type { SupervisionParts } from "../supervision/routes.ts";
import { presentMatter } from "./present.ts";
import { proveMatter } from "./proof.ts";
import { entriesOf, findMatter, type Matter } from "./queries.ts";

/** One matter with everything that a case opened on it would rest on. */
export function registerMatter(app: App, parts: SupervisionParts): void {
  const { access, spine, people } = parts;
  const { node } = access;
  const subject = { kind: "case", side: node.side };
  const schema = { params: CaseParams, response: { 200: MatterDetail } };
  app.get<{ Params: { id: string } }>(routes.matter.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", subject);
    const day = spine.world().legalDay(node.effects.now().epochMilliseconds);
    const [about, root] = splitId(request.params.id);
    const matter = about === undefined ? undefined : await findMatter(node.database, about, day, root);
    if (matter === undefined) throw unknownMatter(404);
    const { evidence, ...proof } = await proveMatter(parts, matter);
    const [rows, known] = await Promise.all([entriesOf(node.database, evidence), people.reveal([matter.person])]);
    return {
      matter: presentMatter(matter, day, known.get(matter.person)?.name),
      ...proof,
      evidence: rows.map(presentRow),
      may: mayOf(access, caller, subject),
    };
  });
}

/** A matter is named as its case would be; what a score says of a person is told with the scores. */
function splitId(id: string): readonly [Matter["about"] | undefined, number] {
  const at = id.lastIndexOf("-");
  const about = (["overstay", "missing_pair"] as const).find((one) => one === id.slice(0, at));
  return [about, Number(id.slice(at + 1))];
}

/** The journal shows nothing of the kind, or no longer. */
export function unknownMatter(status: 404 | 422): RequestError {
  return new RequestError("case/no-matter", status, "Cannot open a case: the journal shows nothing of the kind", {
    ...(status === 422 ? { field: "/root" } : {}),
    texts: {
      zh: "日志中已没有可立案的事项。",
      kk: "Журналда іс ашатын негіз жоқ.",
      ru: "В журнале нет основания для такого дела.",
      en: "The journal shows nothing to open such a case on.",
    },
  });
}
