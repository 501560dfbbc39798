import type { UnanswerableReason } from "../ir/example.ts";
import type { Confidence } from "../ir/parameter.ts";
import type { RoundingMode } from "../ir/rounding.ts";
import type { Language, Texts } from "../ir/texts.ts";

/**
 * A text in all four languages, each written when it is first read: a gate's answer reads the sentences of a decision and
 * leaves the workings below them unread.
 */
export function inAll(write: (language: Language) => string): Texts {
  let zh: string | undefined;
  let kk: string | undefined;
  let ru: string | undefined;
  let en: string | undefined;
  return {
    get zh() {
      zh ??= write("zh");
      return zh;
    },
    get kk() {
      kk ??= write("kk");
      return kk;
    },
    get ru() {
      ru ??= write("ru");
      return ru;
    },
    get en() {
      en ??= write("en");
      return en;
    },
  };
}

/** Fills `{name}` in a template. */
export function fill(template: string, values: { readonly [name: string]: string }): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What stands between a name and its value. */
export const colon: Texts = { zh: "：", kk: ": ", ru: ": ", en: ": " };

export const yesNo: { readonly yes: Texts; readonly no: Texts } = {
  yes: { zh: "是", kk: "иә", ru: "да", en: "yes" },
  no: { zh: "否", kk: "жоқ", ru: "нет", en: "no" },
};

export const presence: { readonly given: Texts; readonly missing: Texts } = {
  given: { zh: "{name}：有", kk: "{name}: бар", ru: "{name}: есть", en: "{name}: given" },
  missing: { zh: "{name}：无", kk: "{name}: жоқ", ru: "{name}: нет", en: "{name}: missing" },
};

export const rowWords = {
  only: { zh: "第{n}行", kk: "{n}-жол", ru: "строка {n}", en: "row {n}" },
  first: {
    zh: "第{n}行，之前各行均不适用",
    kk: "{n}-жол, бұдан бұрынғы жолдардың бірі де қолданылмайды",
    ru: "строка {n}, и ни одна из предыдущих",
    en: "row {n}, and no earlier row",
  },
  agree: {
    zh: "第{n}行结果一致",
    kk: "{n}-жолдардың нәтижесі бірдей",
    ru: "строки {n} дают одно и то же",
    en: "rows {n} agree",
  },
  several: { zh: "第{n}行", kk: "{n}-жолдар", ru: "строки {n}", en: "rows {n}" },
  none: { zh: "无适用行", kk: "қолданылатын жол жоқ", ru: "ни одной строки", en: "no row" },
  fails: {
    zh: "第{n}行不适用：{why}",
    kk: "{n}-жол қолданылмайды: {why}",
    ru: "строка {n} не подходит: {why}",
    en: "row {n} does not apply: {why}",
  },
  more: {
    zh: "另有{n}行不适用",
    kk: "тағы {n} жол қолданылмайды",
    ru: "не подходят ещё строки: {n}",
    en: "{n} more rows do not apply",
  },
} as const satisfies { readonly [name: string]: Texts };

export const roundingWords: { readonly [mode in RoundingMode]: Texts } = {
  half_up: { zh: "四舍五入", kk: "жартысын жоғары дөңгелектеу", ru: "округление половины вверх", en: "round half up" },
  half_even: {
    zh: "四舍六入五成双",
    kk: "жартысын жұпқа дөңгелектеу",
    ru: "округление половины до чётного",
    en: "round half even",
  },
  half_down: {
    zh: "五舍六入",
    kk: "жартысын төмен дөңгелектеу",
    ru: "округление половины вниз",
    en: "round half down",
  },
  up: { zh: "进位取整", kk: "нөлден әрі дөңгелектеу", ru: "округление от нуля", en: "round up" },
  down: { zh: "舍去尾数", kk: "бөлшегін алып тастау", ru: "отбрасывание дробной части", en: "round down" },
  floor: { zh: "向下取整", kk: "төмен дөңгелектеу", ru: "округление вниз", en: "round to the lower" },
  ceiling: { zh: "向上取整", kk: "жоғары дөңгелектеу", ru: "округление вверх", en: "round to the higher" },
};

export const functionWords = {
  min: { zh: "取最小值", kk: "ең кішісі", ru: "наименьшее из", en: "the least of" },
  max: { zh: "取最大值", kk: "ең үлкені", ru: "наибольшее из", en: "the greatest of" },
  abs: { zh: "绝对值", kk: "абсолют мәні", ru: "модуль", en: "the size of" },
  months: { zh: "个月", kk: "ай", ru: "мес.", en: "months" },
  years: { zh: "年", kk: "жыл", ru: "лет", en: "years" },
  yearsBetween: { zh: "周年数", kk: "толық жылдар", ru: "полных лет", en: "whole years" },
  or: { zh: "或", kk: "немесе", ru: "или", en: "or" },
} as const satisfies { readonly [name: string]: Texts };

/** What is said of a figure that is less than certain. */
export const confidenceWords: { readonly [confidence in Exclude<Confidence, "high">]: Texts } = {
  medium: {
    zh: "该数值尚未完全核实",
    kk: "мән толық тексерілмеген",
    ru: "значение проверено не полностью",
    en: "figure not fully verified",
  },
  low: { zh: "该数值不确定", kk: "мән сенімсіз", ru: "значение ненадёжно", en: "figure uncertain" },
  unverified: { zh: "该数值未经核实", kk: "мән тексерілмеген", ru: "значение не проверено", en: "figure not verified" },
};

export const ruleSince: Texts = { zh: "本条{since}施行", kk: "ереже {since}", ru: "норма {since}", en: "rule {since}" };

export const refusalWords: { readonly [reason in UnanswerableReason]: Texts } = {
  "missing-fact": {
    zh: "无法裁定：缺少“{name}”。",
    kk: "Шешім жоқ: «{name}» берілмеген.",
    ru: "Нет ответа: не указано «{name}».",
    en: "No answer: {name} is missing.",
  },
  "out-of-range": {
    zh: "无法裁定：“{name}”超出规则适用范围。",
    kk: "Шешім жоқ: «{name}» ережелер қамтитын аралықтан тыс.",
    ru: "Нет ответа: «{name}» вне пределов, для которых есть правила.",
    en: "No answer: {name} is outside the range these rules cover.",
  },
  "unknown-code": {
    zh: "无法裁定：“{name}”的取值不在规则所列范围内。",
    kk: "Шешім жоқ: «{name}» мәні ережелерде жоқ.",
    ru: "Нет ответа: значение «{name}» правилам неизвестно.",
    en: "No answer: {name} has a value these rules do not know.",
  },
  "before-coverage": {
    zh: "无法裁定：本规则{since}适用。",
    kk: "Шешім жоқ: бұл ережелер {since} қолданылады.",
    ru: "Нет ответа: эти правила действуют {since}.",
    en: "No answer: these rules apply {since}.",
  },
  "unknown-figure": {
    zh: "无法裁定：“{name}”的法定数值尚不明确。",
    kk: "Шешім жоқ: «{name}» үшін заңдағы мән белгісіз.",
    ru: "Нет ответа: установленное значение «{name}» неизвестно.",
    en: "No answer: the figure the law sets for {name} is not known.",
  },
  "counter-unavailable": {
    zh: "无法裁定：目前无法取得“{name}”的累计数。",
    kk: "Шешім жоқ: «{name}» есебі қазір қолжетімсіз.",
    ru: "Нет ответа: счётчик «{name}» сейчас недоступен.",
    en: "No answer: the count {name} is not available now.",
  },
};
