import type { Language } from "@twinline/api";
import en from "./en.json" with { type: "json" };
import kk from "./kk.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };
import zh from "./zh.json" with { type: "json" };

/** Name of a message; a screen cannot ask for one that is not written. */
export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** NOTE: a build keeps only the messages of its own screen (build.ts), so a key of another screen is absent at run time. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { zh, kk, ru, en };

/** Whether the text names a message that is in this build: for ids that come from the server. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(catalogues.en, text);
}
