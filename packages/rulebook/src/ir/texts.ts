/** The four languages of every text shown to people. */
export const languages = ["zh", "kk", "ru", "en"] as const;
export type Language = (typeof languages)[number];

/** One text in all four languages. */
export type Texts = { readonly [language in Language]: string };

/** A remark of the author; one written without languages is in English only. */
export type Note = Partial<Texts>;
