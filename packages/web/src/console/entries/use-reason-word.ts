import type { CheckedRulebook } from "@twinline/rulebook";
import { isMessageKey } from "../../messages/catalogue.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { useRulebooks } from "../asking/use-rulebook.ts";
import { useDesk } from "../shell/desk.ts";

/** Reasons in words: those of passages from the rulebooks in force, those of other commands from the catalogue. */
export function useReasonWord(): (reason: string) => string {
  const { locale } = useLanguage();
  const { status } = useDesk();
  const text = useText();
  const rulebooks = useRulebooks(status.rulebooks.map(({ hash }) => hash));
  return (reason) => {
    const key = `console.reason.${reason}`;
    if (isMessageKey(key)) return text(key);
    return rulebooks.map((book) => labelOf(book, reason)?.[locale]).find(Boolean) ?? reason.replaceAll("_", " ");
  };
}

function labelOf({ codes }: CheckedRulebook, reason: string) {
  return codes.find(({ name }) => name === "reason")?.values.find(({ code }) => code === reason)?.label;
}
