import type { CodeList } from "../ir/code-list.ts";
import { languages } from "../ir/texts.ts";
import { parseMessage } from "../parse/message.ts";
import { attempt } from "./attempt.ts";
import type { Citations } from "./citations.ts";
import type { RuleDraft, SayDraft, SayText, VersionDraft } from "./draft.ts";
import { asMapping, type Fields, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import type { Node, Scalar } from "./node.ts";
import { checkOrder } from "./parameter-versions.ts";
import { bodyKeys, readRuleVersion, readRuleVersions } from "./rule-versions.ts";
import { readType } from "./types.ts";
import { readNote, readTexts } from "./values.ts";

export type RuleContext = {
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly citations: Citations;
  readonly findings: Findings;
  /** First law date of the rulebook: a rule without versions holds from there. */
  readonly from: number;
};

/** Reads the section `rules`. */
export function readRules(node: Node | undefined, context: RuleContext): RuleDraft[] {
  const mapping = node && asMapping(node, '"rules"', context.findings);
  return (mapping?.entries ?? []).flatMap(({ key, value }) => readRule(key, value, context) ?? []);
}

function readRule(key: Scalar, node: Node, context: RuleContext): RuleDraft | undefined {
  const { codes, findings } = context;
  const keys = { required: ["type"], optional: [...bodyKeys, "versions", "say", "label", "note"] };
  const fields = readFields(node, `the rule "${key.text}"`, keys, findings);
  if (fields === undefined) return undefined;
  const type = readType(fields.scalar("type"), codes, findings);
  const versions = readVersions(key, fields, context);
  const say = fields.has("say") ? readSay(key.text, fields.find("say")!, findings) : undefined;
  const label = readTexts(fields.find("label"), `the label of "${key.text}"`, findings);
  const note = readNote(fields.find("note"), findings);
  if (type === undefined || versions.length === 0) return undefined;
  return {
    name: key.text,
    type,
    versions,
    ...(say && { say }),
    ...(label && { label }),
    ...(note && { note }),
    at: key.at,
  };
}

function readVersions(key: Scalar, fields: Fields, context: RuleContext): VersionDraft[] {
  const what = `the rule "${key.text}"`;
  if (!fields.has("versions"))
    return [readRuleVersion(key.text, fields, key.at, context.from, context)].filter(
      (version) => version !== undefined,
    );
  for (const word of bodyKeys.filter((name) => name !== "source" && fields.has(name))) {
    context.findings.error(
      "file/key",
      fields.find(word)!.at,
      `Cannot use "${word}" beside "versions" in ${what}: it belongs into a version`,
    );
  }
  const versions = readRuleVersions(key.text, fields, context);
  checkOrder(versions, `the versions of "${key.text}"`, context.findings);
  return versions;
}

/** Reads and parses a say-text; a language that is missing or cannot be read is a finding. */
function readSay(name: string, node: Node, findings: Findings): SayDraft | undefined {
  const texts = readTexts(node, `the text of "${name}"`, findings);
  if (node.kind !== "mapping" || texts === undefined) return undefined;
  const entries = languages.map((language): [string, SayText | undefined] => {
    const scalar = node.entries.find(({ key }) => key.text === language)?.value;
    if (scalar?.kind !== "scalar") return [language, undefined];
    const message = attempt(() => parseMessage(scalar.text, scalar.placeOf), findings);
    return [language, message && { message, at: scalar.at }];
  });
  return { at: node.at, texts: Object.fromEntries(entries.filter(([, text]) => text !== undefined)) };
}
