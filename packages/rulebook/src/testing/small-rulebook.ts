import { createHash } from "node:crypto";
import { checkRulebook } from "../check/rulebook.ts";
import type { Finding } from "../ir/finding.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { Findings } from "../read/findings.ts";
import { readRulebook } from "../read/rulebook.ts";
import { readYaml } from "../read/yaml.ts";

/** Sections of a small rulebook in YAML, without their headings and indented by two. */
export type SmallParts = {
  readonly clock?: string;
  readonly codes?: string;
  readonly facts?: string;
  readonly parameters?: string;
  readonly counters?: string;
  readonly rules: string;
  readonly outputs?: string;
};

const texts = (text: string) => `{en: ${text}, zh: ${text}, kk: ${text}, ru: ${text}}`;

/** A label in all languages, as a section needs it. */
export const label = `label: ${texts("word")}`;

/** The text of a rulebook with the parts given and one instrument, N. */
export function smallText({ clock, codes, facts, parameters, counters, rules, outputs }: SmallParts): string {
  const section = (name: string, body: string | undefined) =>
    body === undefined ? "" : `${name}:\n${body.trimEnd()}\n`;
  return `rulebook: small
language: 1
side: CN
decides: passage
clock: ${clock ?? "{zone: Asia/Shanghai, law: event, end_of_month: down}"}
covers: {from: 2024-01-01}
${label}
instruments:
  N: {cite: ${texts('"N {n}"')}, in_force: 2024-01-01}
${section("codes", codes)}facts:${facts === undefined ? " {}" : `\n${facts.trimEnd()}`}
${section("parameters", parameters)}${section("counters", counters)}rules:
${rules.trimEnd()}
outputs: [${outputs ?? "result"}]
`;
}

/** What checking a small rulebook gives; that it has no tests is left out of the findings. */
export function checkSmall(parts: SmallParts): {
  readonly rulebook: CheckedRulebook;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
} {
  const findings = new Findings();
  const root = readYaml("small.yaml", smallText(parts), findings);
  const wordings = { find: () => undefined, sha256 };
  const draft = root && readRulebook(root, "small", wordings, findings);
  if (draft === undefined)
    throw new Error(
      findings
        .sorted()
        .map(({ sentence }) => sentence)
        .join("\n"),
    );
  const rulebook = checkRulebook(draft, "", sha256, findings);
  const errors = findings.sorted().filter(({ id, severity }) => severity === "error" && id !== "test/none");
  const warnings = findings.sorted().filter(({ severity }) => severity === "warning");
  return { rulebook, errors, warnings };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
