import type { CodeList, CodeValue } from "../ir/code-list.ts";
import { namePattern } from "../parse/words.ts";
import { asMapping } from "./fields.ts";
import type { Findings } from "./findings.ts";
import type { Node } from "./node.ts";
import { readTexts } from "./values.ts";

/** Keys of a parameter version; a code of the same name could not be told from them. */
export const versionKeys = ["from", "is", "other", "source", "confidence", "note", "retroactive"] as const;

/** Reads the section `codes`. */
export function readCodes(node: Node | undefined, findings: Findings): CodeList[] {
  const mapping = node && asMapping(node, '"codes"', findings);
  return (mapping?.entries ?? []).flatMap(({ key, value }): CodeList[] => {
    if (!namePattern.test(key.text)) {
      findings.error(
        "file/value",
        key.at,
        `Cannot use "${key.text}" as the name of a code list: small letters, digits and "_" are expected`,
      );
    }
    const list = asMapping(value, `the code list "${key.text}"`, findings);
    if (list === undefined) return [];
    const values = list.entries.map((entry): CodeValue => {
      const code = entry.key.text;
      if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(code)) {
        findings.error(
          "file/value",
          entry.key.at,
          `Cannot use "${code}" as a code: letters, digits, "_" and "-" are expected`,
        );
      } else if (code in {}) {
        findings.error(
          "name/shadow",
          entry.key.at,
          `Cannot use "${code}" as a code: every JavaScript object has this name`,
        );
      } else if (code !== "other" && versionKeys.some((word) => word === code)) {
        findings.error(
          "name/shadow",
          entry.key.at,
          `Cannot use "${code}" as a code: it is a key of a parameter's values`,
        );
      }
      const label = readTexts(entry.value, `the label of "${code}"`, findings);
      return { code, label: label ?? { zh: code, kk: code, ru: code, en: code } };
    });
    if (values.length === 0)
      findings.error("file/value", list.at, `Cannot use the code list "${key.text}": it is empty`);
    return [{ name: key.text, values, at: key.at }];
  });
}
