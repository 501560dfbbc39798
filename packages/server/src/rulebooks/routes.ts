import { createHash } from "node:crypto";
import { Recorded, RulebookAdopt, routes } from "@twinline/api";
import type { Access } from "../access/access.ts";
import { requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, presentRecorded } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { publishRulebook } from "./publish.ts";
import { findRuleFiles, RulebookFaultError, type RuleFiles } from "./rule-files.ts";

/** Another text of the law comes into force under two people's hands, from the next command on (promises.md P26). */
export function registerRulebooks(app: App, { access, spine }: { access: Access; spine: OpenSpine }): void {
  const { node } = access;
  const schema = { body: RulebookAdopt, response: { 200: Recorded } };
  app.post<{ Body: RulebookAdopt }>(routes.rulebookAdopt.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    const { name, text, second } = request.body;
    const key = keyOf(request);
    const subject = { kind: "rulebook", side: node.side };
    // The second officer signs for these very words: the id of the deed is the hash that the rulebook will have.
    const id = createHash("sha256").update(text).digest("hex");
    const by = await requireTwo(access, caller, "adopt", subject, { token: second, id, request: key });
    const files = new Map([...(await filesInForce(spine, name, node.database)), [`${name}.yaml`, text]]);
    const recorded = await publishRulebook(spine, name, files, by, key).catch((error: unknown) => {
      throw error instanceof RulebookFaultError ? faulty(error) : error;
    });
    return presentRecorded(node, recorded);
  });
}

async function filesInForce(
  spine: OpenSpine,
  name: string,
  queries: Parameters<typeof findRuleFiles>[0],
): Promise<RuleFiles> {
  const hash = spine.world().rulebooks.get(name)?.rulebook.hash;
  const found = hash === undefined ? undefined : await findRuleFiles(queries, hash);
  if (found !== undefined) return found.files;
  throw new RequestError("rulebook/not-published", 404, `Cannot adopt "${name}": no such rulebook is in force here`);
}

/** The first finding by its place and sentence; the author finds all of them with "twinline check". */
function faulty({ message, findings }: RulebookFaultError): RequestError {
  const place = findings[0] === undefined ? "" : `${findings[0].at.line}:${findings[0].at.column}`;
  return new RequestError("rulebook/faults", 422, message, {
    field: "/text",
    texts: {
      zh: `规则文本未通过检查（${place}）。请用 twinline check 查看全部问题。`,
      kk: `Ереже мәтіні тексеруден өтпеді (${place}). Барлық ескертуді twinline check көрсетеді.`,
      ru: `Текст правил не прошёл проверку (${place}). Все замечания показывает twinline check.`,
      en: `The text of the rules does not hold (${place}). "twinline check" shows every finding.`,
    },
  });
}
