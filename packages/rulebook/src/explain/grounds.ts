import { civilFromDays } from "../compile/civil-days.ts";
import type { Counter } from "../ir/counter.ts";
import type { Fact } from "../ir/fact.ts";
import type { Parameter } from "../ir/parameter.ts";
import type { Language, Texts } from "../ir/texts.ts";
import { formatDay, formatMonth, formatNumber, formatSince, pluralOf } from "./format.ts";
import { citedBy, type ExplanationLine, lineOf } from "./line.ts";
import type { Teller } from "./teller.ts";
import { labelText, valueText } from "./value-text.ts";
import { colon, confidenceWords, inAll } from "./words.ts";

/** A fact as it was given. */
export function factLine(fact: Fact, teller: Teller): ExplanationLine | undefined {
  const value = teller.input.facts[fact.name];
  if (value === undefined) return undefined;
  return lineOf({
    text: inAll(
      (language) => fact.label[language] + colon[language] + valueText(teller.rulebook, language, fact.type, value),
    ),
  });
}

/** A figure of the law: its value, for which key, since when, by which provision, and how sure we are of it. */
export function parameterLine(parameter: Parameter, index: number, teller: Teller): ExplanationLine {
  const version = parameter.versions[teller.trace.versions.parameters[index]!]!;
  const { by } = parameter;
  const key = by === undefined ? undefined : teller.input.facts[by];
  const figure = version.keyed.find((keyed) => keyed.key === key)?.figure ?? version.other;
  const { confidence } = version;
  return lineOf({
    text: inAll((language) => {
      const label = labelText(teller.rulebook, language, parameter.name);
      const value = figure?.kind === "known" ? valueText(teller.rulebook, language, parameter.type, figure.value) : "?";
      return `${label} = ${value}${keyText(parameter, language, teller)}`;
    }),
    cited: citedBy(teller.rulebook, version.source, confidence),
    note: inAll((language) => {
      const since = formatSince(language, version.from);
      return confidence === "high" ? since : `${since}; ${confidenceWords[confidence][language]}`;
    }),
  });
}

function keyText(parameter: Parameter, language: Language, teller: Teller): string {
  if (parameter.by === undefined) return "";
  const fact = teller.rulebook.facts.find(({ name }) => name === parameter.by)!;
  const value = valueText(teller.rulebook, language, fact.type, teller.input.facts[fact.name]!);
  if (language === "zh") return `（${fact.label.zh}：${value}）`;
  return language === "en" ? ` for ${fact.label.en} ${value}` : ` (${fact.label[language]}: ${value})`;
}

/** A counter: its value, over which period, how many events it counted and up to which entry. */
export function counterLine(counter: Counter, teller: Teller): ExplanationLine {
  const value = teller.input.counters[counter.name]!;
  const counted = teller.input.counted?.[counter.name];
  return lineOf({
    text: inAll((language) => {
      const label = labelText(teller.rulebook, language, counter.name);
      const parts = [
        periodText(counter, language, teller.input.days.legal),
        counted && eventsText(language, counted.events),
        counted?.entries ? entriesText(language, counted.entries) : counted?.last && entryText(language, counted.last),
      ].filter((part) => part !== undefined && part !== "" && part !== 0);
      const told = parts.length === 0 ? "" : colon[language] + parts.join(language === "zh" ? "，" : ", ");
      return `${label} = ${valueText(teller.rulebook, language, counter.type, value)}${told}`;
    }),
    cited: citedBy(teller.rulebook, counter.source),
  });
}

function periodText(counter: Counter, language: Language, legal: number): string {
  const day = formatDay(language, legal);
  const { year, month } = civilFromDays(legal);
  if (counter.within !== undefined) return fillPeriod(periods.window, language, day, counter.within);
  if (counter.per.includes("legal_day")) return fillPeriod(periods.day, language, day, 0);
  if (counter.per.includes("legal_week")) return fillPeriod(periods.week, language, day, 0);
  if (counter.per.includes("legal_month"))
    return fillPeriod(periods.month, language, formatMonth(language, year, month), 0);
  if (counter.per.includes("legal_year")) return fillPeriod(periods.year, language, String(year), 0);
  return "";
}

const periods = {
  day: { zh: "{when}", kk: "{when}", ru: "{when}", en: "on {when}" },
  week: {
    zh: "{when}当周",
    kk: "{when} күнгі апта",
    ru: "неделя, в которую входит {when}",
    en: "in the week of {when}",
  },
  month: { zh: "{when}", kk: "{when}", ru: "{when}", en: "in {when}" },
  year: { zh: "{when}年", kk: "{when} ж.", ru: "{when} г.", en: "in {when}" },
  window: {
    zh: "截至{when}的{days}天内",
    kk: "{when} күнін қоса, соңғы {days} күнде",
    ru: "за {days} дн. по {when}",
    en: "in the {days} days to {when}",
  },
} as const satisfies { readonly [name: string]: Texts };

function fillPeriod(template: Texts, language: Language, when: string, days: number): string {
  return template[language].replace("{when}", when).replace("{days}", String(days));
}

function eventsText(language: Language, events: number): string {
  const count = formatNumber(language, events);
  switch (language) {
    case "zh":
      return `此前${count}次`;
    case "kk":
      return `бұған дейін ${count} рет`;
    case "ru":
      return `ранее: ${count} ${{ one: "раз", few: "раза", many: "раз", other: "раз" }[pluralOf("ru", events)]}`;
    case "en":
      return `${count} earlier ${events === 1 ? "event" : "events"}`;
  }
}

/** Entries behind a counter that are told by number; of more the last ones. */
export const ENTRIES_TOLD_MAX = 12;

const entriesWords: Texts = { zh: "第{n}号记录", kk: "№ {n} жазба", ru: "№ {n}", en: "№ {n}" };

function entriesText(language: Language, entries: readonly number[]): string {
  const told = entries.slice(-ENTRIES_TOLD_MAX).map((entry) => formatNumber(language, entry));
  const all = [...(entries.length > told.length ? ["…"] : []), ...told];
  return entriesWords[language].replace("{n}", all.join(language === "zh" ? "、" : ", "));
}

const entryWords: Texts = {
  zh: "至第{n}号记录",
  kk: "соңғысы № {n} жазба",
  ru: "последняя запись № {n}",
  en: "up to entry {n}",
};

function entryText(language: Language, entry: number): string {
  return entryWords[language].replace("{n}", formatNumber(language, entry));
}
