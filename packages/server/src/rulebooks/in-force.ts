import type { Queries } from "../database.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { findRuleFiles, RulebookFaultError, type RuleFiles } from "./rule-files.ts";

/** Hash and files of the rulebook in force under a name. Throws RequestError 404. */
export async function filesInForce(
  spine: OpenSpine,
  name: string,
  queries: Queries,
): Promise<{ readonly hash: string; readonly files: RuleFiles }> {
  const hash = spine.world().rulebooks.get(name)?.rulebook.hash;
  const found = hash === undefined ? undefined : await findRuleFiles(queries, hash);
  if (hash !== undefined && found !== undefined) return { hash, files: found.files };
  throw new RequestError("rulebook/not-published", 404, `Cannot find "${name}": no such rulebook is in force here`, {
    texts: {
      zh: `此处没有名为“${name}”的现行规则。`,
      kk: `Бұл жерде «${name}» деген қолданыстағы ережелер жоқ.`,
      ru: `Действующих правил «${name}» здесь нет.`,
      en: `No rulebook "${name}" is in force here.`,
    },
  });
}

/** Throws faults of a text as the first finding, by place and sentence; the author finds all of them with "twinline check". */
export function faultsAsProblem(error: unknown): never {
  throw error instanceof RulebookFaultError ? faulty(error) : error;
}

function faulty({ message, findings }: RulebookFaultError): RequestError {
  const place = findings[0] === undefined ? "" : `${findings[0].at.line}:${findings[0].at.column}`;
  return new RequestError("rulebook/faults", 422, message, {
    field: "/text",
    texts: {
      zh: `规则集未通过检查（${place}）。请用 twinline check 查看全部问题。`,
      kk: `Ереже мәтіні тексеруден өтпеді (${place}). Барлық ескертуді twinline check көрсетеді.`,
      ru: `Текст правил не прошёл проверку (${place}). Все замечания показывает twinline check.`,
      en: `The text of the rules does not hold (${place}). "twinline check" shows every finding.`,
    },
  });
}
