import type { Language } from "@twinline/api";

/** The language a text is written in; formats follow it. */
export type Locale = Language;

/**
 * BCP 47 tags handed to the platform. NOTE: Chromium ships no Kazakh data and says that it does (Chromium 40075497), so
 * kk borrows Russian for plural categories and for the hidden strings of the parts; its words are our own.
 */
export const tags: Readonly<Record<Locale, string>> = { zh: "zh-CN", kk: "ru-RU", ru: "ru-RU", en: "en-GB" };

/** What stands in the document's lang attribute; the region picks the right Han forms. */
export const documentTags: Readonly<Record<Locale, string>> = { zh: "zh-CN", kk: "kk-KZ", ru: "ru", en: "en-GB" };
