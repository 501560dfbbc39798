import { isMessageKey } from "../../messages/catalogue.ts";
import type { Text } from "../../ui/language.ts";

/** The kind of an entry in words; a kind that is not known is shown as it is. */
export function kindWord(kind: string, text: Text): string {
  const key = `console.kind.${kind}`;
  return isMessageKey(key) ? text(key) : kind.replaceAll("_", " ");
}
