import type { Texts } from "@twinline/api";
import { createContext, useContext } from "react";
import { useIntl } from "react-intl";
import type { Locale } from "../format/index.ts";
import type { MessageKey } from "../messages/catalogue.ts";

/** The four languages under their own names; no flags, because a language is not a state. */
export const ownNames: Readonly<Record<Locale, string>> = {
  zh: "中文",
  kk: "Қазақша",
  ru: "Русский",
  en: "English",
};
export const locales = Object.keys(ownNames) as readonly Locale[];

export type LanguageChoice = { readonly locale: Locale; choose(locale: Locale): void };

export const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** The language of this part of the screen and the way to change it. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === undefined) throw new TypeError("Cannot read the language: no LanguageProvider stands above");
  return choice;
}

export type MessageValues = Readonly<Record<string, string | number>>;

/** Says a message of the catalogue; figures among the values are already formatted. */
export type Text = (key: MessageKey, values?: MessageValues) => string;

/** Messages in the language of this part of the screen. */
export function useText(): Text {
  const intl = useIntl();
  return (key, values) => intl.formatMessage({ id: key }, values === undefined ? undefined : { ...values });
}

/** Picks the language of this part of the screen from a text that exists in all four. */
export function useTexts(): (texts: Texts) => string {
  const { locale } = useLanguage();
  return (texts) => texts[locale];
}
