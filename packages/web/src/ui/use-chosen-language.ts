import { useState } from "react";
import type { Locale } from "../format/index.ts";
import { locales } from "./language.ts";

const PLACE = "twinline.language";

function remembered(): Locale | undefined {
  const text = localStorage.getItem(PLACE);
  return locales.find((locale) => locale === text);
}

function preferred(): Locale {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.map((tag) => locales.find((locale) => locale === tag)).find((found) => found !== undefined) ?? "en";
}

/** The officer's language: as last chosen on this device, else the browser's first that we speak. */
export function useChosenLanguage(): readonly [Locale, (locale: Locale) => void] {
  const [locale, setLocale] = useState<Locale>(() => remembered() ?? preferred());
  const choose = (next: Locale): void => {
    localStorage.setItem(PLACE, next);
    setLocale(next);
  };
  return [locale, choose];
}
