import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { CheckedRulebook, Finding } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import type { Queries } from "../database.ts";
import { RULEBOOKS_FOLDER } from "../zones/load-zone.ts";

/** Files of one rulebook by path: the rulebook itself and the texts it cites. */
export type RuleFiles = ReadonlyMap<string, string>;

/** The text does not hold as a rulebook; `findings` say where and why. */
export class RulebookFaultError extends Error {
  readonly id = "rulebook/faults";
  readonly findings: readonly Finding[];

  constructor(name: string, findings: readonly Finding[]) {
    const [first] = findings;
    super(`Cannot read the rulebook "${name}": ${first?.sentence ?? "it has faults"} (${first?.at.line ?? 0})`);
    this.findings = findings;
  }
}

/** Rulebooks that are kept checked: the same files give the same rulebook, and a start reads each several times. */
const CHECKED_MAX = 64;
const checked = new Map<string, CheckedRulebook>();

/** Checks a rulebook from its files. Throws RulebookFaultError. */
export function checkRulebook(files: RuleFiles, name: string): CheckedRulebook {
  const contents = contentsHash(files, name);
  const known = checked.get(contents);
  if (known !== undefined) return known;
  const loaded = load(files, name);
  if ("findings" in loaded) throw new RulebookFaultError(name, loaded.findings);
  if (checked.size >= CHECKED_MAX) checked.clear();
  checked.set(contents, loaded.rulebook);
  return loaded.rulebook;
}

/** SHA-256 over a rulebook's name and all its files in the order of their paths, in hex. */
export function contentsHash(files: RuleFiles, name: string): string {
  const hash = createHash("sha256").update(`${name}\n`);
  for (const file of [...files.keys()].sort()) hash.update(`${file} ${files.get(file)!.length}\n${files.get(file)}`);
  return hash.digest("hex");
}

/** The files of a rulebook that comes with the product: `<name>.yaml` and the instruments beside it. */
export function readRuleFiles(name: string, folder: string = RULEBOOKS_FOLDER): RuleFiles {
  const beside = path.join(path.dirname(name), "instruments");
  const texts = fs.existsSync(path.join(folder, beside)) ? fs.readdirSync(path.join(folder, beside)) : [];
  const paths = [`${name}.yaml`, ...texts.map((text) => `${beside}/${text}`)];
  return new Map(paths.map((file) => [file, fs.readFileSync(path.join(folder, file), "utf8")]));
}

/** Keeps the files of a rule set for ever; a set that is known already stays as it is. */
export async function keepRuleFiles(tx: Queries, ruleSet: string, name: string, files: RuleFiles): Promise<void> {
  const paths = [...files.keys()];
  await tx.query(
    `insert into rule_file (rule_set, path, name, bytes) select $1, p, $2, b from unnest($3::text[], $4::text[]) as f(p, b)
     on conflict do nothing`,
    [ruleSet, name, paths, paths.map((file) => files.get(file))],
  );
}

/** Name and files of a published rule set, or undefined when this node never published it. */
export async function findRuleFiles(
  queries: Queries,
  ruleSet: string,
): Promise<{ name: string; files: RuleFiles } | undefined> {
  const { rows } = await queries.query<{ path: string; name: string; bytes: string }>(
    "select path, name, bytes from rule_file where rule_set = $1 order by path",
    [ruleSet],
  );
  const name = rows[0]?.name;
  return name === undefined ? undefined : { name, files: new Map(rows.map(({ path: file, bytes }) => [file, bytes])) };
}
