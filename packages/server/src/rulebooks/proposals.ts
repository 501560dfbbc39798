import { createHash, randomUUID } from "node:crypto";
import { PROPOSALS_MAX, type ProposalRow } from "@twinline/api";
import type { CheckedRulebook } from "@twinline/rulebook";
import type { Author, ProposeCommand } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import type { Recorded } from "../writer/ask.ts";
import { checkRulebook, findRuleFiles, keepRuleFiles, type RuleFiles } from "./rule-files.ts";

/**
 * Keeps a reform of a rulebook in force as a proposal: checked with its examples over `base`, its text kept by hash, the entry
 * recorded. Throws RulebookFaultError, or RequestError "proposal/not-reform".
 */
export async function proposeReform(
  spine: OpenSpine,
  base: RuleFiles,
  { name, text }: { readonly name: string; readonly text: string },
  by: Author,
  key: string = randomUUID(),
): Promise<Recorded> {
  const rulebook = checkRulebook(new Map([...base, [`${name}.yaml`, text]]), name);
  const command: ProposeCommand = { kind: "propose", by, reform: reformOf(rulebook) };
  return spine.writer.ask({
    command,
    key,
    request: createHash("sha256").update(`${name}\n${text}`).digest(),
    alongside: async (tx, { body }) => {
      if (body.outcome === "done") await keepRuleFiles(tx, rulebook.hash, name, new Map([[`${name}.yaml`, text]]));
    },
  });
}

function reformOf({ name, hash, reform }: CheckedRulebook): ProposeCommand["reform"] {
  if (reform === undefined)
    throw new RequestError("proposal/not-reform", 422, `Cannot save "${name}": it is no reform of a rulebook`, {
      field: "/text",
      texts: {
        zh: "这不是改革方案：文本须以 reform 和 base 开头。",
        kk: "Бұл реформа емес: мәтін reform және base жолдарынан басталуы тиіс.",
        ru: "Это не реформа: текст должен начинаться со строк reform и base.",
        en: "This is no reform: the text has to begin with reform and base.",
      },
    });
  return { name, hash, base: reform.base, baseHash: reform.baseHash };
}

/** The newest proposals first. */
export async function listProposals(queries: Queries): Promise<ProposalRow[]> {
  const { rows } = await queries.query<Omit<ProposalRow, "stage"> & { readonly stage: string | null }>(
    `select name, key as hash, base, base_hash as "baseHash", entry, stage from proposal order by entry desc limit $1`,
    [PROPOSALS_MAX],
  );
  return rows.map(({ stage, ...row }) => (stage === null ? row : { ...row, stage }));
}

/** Name and text of a saved reform. Throws RequestError 404. */
export async function getProposal(queries: Queries, hash: string): Promise<{ name: string; text: string }> {
  const { rows } = await queries.query("select 1 from proposal where key = $1", [hash]);
  const found = rows.length === 0 ? undefined : await findRuleFiles(queries, hash);
  const text = found?.files.get(`${found.name}.yaml`);
  if (found === undefined || text === undefined)
    throw new RequestError("proposal/unknown", 404, `Cannot find the proposal "${hash}": it was not saved here`, {
      texts: {
        zh: "此处没有保存过这个方案。",
        kk: "Мұндай реформа бұл жерде сақталмаған.",
        ru: "Такая реформа здесь не сохранялась.",
        en: "No such reform was saved here.",
      },
    });
  return { name: found.name, text };
}
