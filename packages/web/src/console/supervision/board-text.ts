import { useMemo } from "react";
import { createIntl, createIntlCache } from "react-intl";
import { type Locale, tags } from "../../format/index.ts";
import { type MessageValues, useLanguage } from "../../ui/language.ts";
import en from "./messages/en.json" with { type: "json" };
import kk from "./messages/kk.json" with { type: "json" };
import ru from "./messages/ru.json" with { type: "json" };
import zh from "./messages/zh.json" with { type: "json" };

/** Name of a message of supervision, capacity or cases. The catalogue travels with their scenes, not with the first screen. */
export type BoardKey = keyof typeof en;
export type BoardText = (key: BoardKey, values?: MessageValues) => string;

const catalogues: Readonly<Record<Locale, Readonly<Record<BoardKey, string>>>> = { zh, kk, ru, en };
const cache = createIntlCache();

/** Messages of these scenes in the language of this part of the screen. */
export function useBoardText(): BoardText {
  const { locale } = useLanguage();
  return useMemo(() => {
    const intl = createIntl({ locale: tags[locale], messages: catalogues[locale] }, cache);
    return (key, values) => intl.formatMessage({ id: key }, values === undefined ? undefined : { ...values });
  }, [locale]);
}

/** The word for a code, or the code itself where none is written: kinds of lanes are the zone's own. */
export function boardWord(text: BoardText, prefix: string, code: string): string {
  const key = `${prefix}.${code}`;
  return Object.hasOwn(en, key) ? text(key as BoardKey) : code.replaceAll("_", " ");
}

/** A case as people call it: its matter and the entry it grew from. */
export function caseName(text: BoardText, about: string, id: string): string {
  return `${boardWord(text, "about", about)} № ${id.slice(id.lastIndexOf("-") + 1)}`;
}
