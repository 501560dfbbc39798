import { useMemo } from "react";
import { createIntl, createIntlCache } from "react-intl";
import { type Locale, tags } from "../../format/index.ts";
import { type MessageValues, useLanguage } from "../../ui/language.ts";
import en from "./messages/en.json" with { type: "json" };
import kk from "./messages/kk.json" with { type: "json" };
import ru from "./messages/ru.json" with { type: "json" };
import zh from "./messages/zh.json" with { type: "json" };

/** Name of a message of the policy lab. Its catalogue travels with the lab's scenes, not with the console's first screen. */
export type LabKey = keyof typeof en;
export type LabText = (key: LabKey, values?: MessageValues) => string;

const catalogues: Readonly<Record<Locale, Readonly<Record<LabKey, string>>>> = { zh, kk, ru, en };
const cache = createIntlCache();

/** Messages of the policy lab in the language of this part of the screen. */
export function useLabText(): LabText {
  const { locale } = useLanguage();
  return useMemo(() => {
    const intl = createIntl({ locale: tags[locale], messages: catalogues[locale] }, cache);
    return (key, values) => intl.formatMessage({ id: key }, values === undefined ? undefined : { ...values });
  }, [locale]);
}

/** Whether the text names a message of the lab: for codes that come from the server. */
export function isLabKey(text: string): text is LabKey {
  return Object.hasOwn(en, text);
}

/** The word for a code, or the code itself where no word is written. */
export function wordOr(text: LabText, key: string, code: string): string {
  return isLabKey(key) ? text(key) : code.replaceAll("_", " ");
}
