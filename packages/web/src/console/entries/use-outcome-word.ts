import { isMessageKey } from "../../messages/catalogue.ts";
import { useText } from "../../ui/language.ts";

/** A verdict or an outcome of a command in words; a word that is not known is shown as it is. */
export function useOutcomeWord(): (outcome: string) => string {
  const text = useText();
  return (outcome) => {
    const key = [`ui.verdict.${outcome}`, `console.outcome.${outcome}`].find(isMessageKey);
    return key === undefined ? outcome : text(key);
  };
}
