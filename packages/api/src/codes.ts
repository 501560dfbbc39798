import { type Static, Type } from "typebox";

/** The four languages of the zone, in the order of its first two countries' screens. */
export const languages = ["zh", "kk", "ru", "en"] as const;
export const Language = Type.Union(languages.map((code) => Type.Literal(code)));
export type Language = (typeof languages)[number];

/** One text in every language of the zone; a text that lacks a language does not leave the server. */
export const Texts = Type.Object({ zh: Type.String(), kk: Type.String(), ru: Type.String(), en: Type.String() });
export type Texts = Static<typeof Texts>;

export const Verdict = Type.Union([Type.Literal("admit"), Type.Literal("refer"), Type.Literal("refuse")]);
export type Verdict = Static<typeof Verdict>;

export const Direction = Type.Union([Type.Literal("in"), Type.Literal("out")]);
export type Direction = Static<typeof Direction>;

/** Calendar day, ISO 8601; one that exists, so that no handler meets a 30th of February. */
export const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", format: "date" });
/** Instant, RFC 3339 in UTC; one that exists. */
export const Instant = Type.String({
  pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$",
  format: "date-time",
});

export const Money = Type.Object({
  minor: Type.Integer({ description: "Amount in minor units (fen, tiyn, cent)" }),
  currency: Type.String({ pattern: "^[A-Z]{3}$", description: "ISO 4217" }),
});
export type Money = Static<typeof Money>;
