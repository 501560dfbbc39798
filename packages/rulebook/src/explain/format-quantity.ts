import type { Language } from "../ir/texts.ts";
import { formatNumber, NO_BREAK_SPACE } from "./format.ts";

/** A quantity in base units, in the largest unit in which it stays short: 8000 g is "8 kg", 500 g is "500 g". */
export function formatQuantity(language: Language, amount: bigint | number, unit: string): string {
  const value = BigInt(amount);
  const larger = largerUnits[unit];
  if (larger && (value >= larger.of || value <= -larger.of)) {
    const digits = trailingDigits(value, larger.of);
    return join(language, formatNumber(language, (value * 10n ** BigInt(digits)) / larger.of, digits), larger.unit);
  }
  return join(language, formatNumber(language, value), unit);
}

const largerUnits: { readonly [unit: string]: { readonly unit: string; readonly of: bigint } } = {
  g: { unit: "kg", of: 1000n },
  ml: { unit: "l", of: 1000n },
  mm: { unit: "m", of: 1000n },
  cm2: { unit: "m2", of: 10_000n },
  wh: { unit: "kwh", of: 1000n },
};

function trailingDigits(value: bigint, of: bigint): number {
  let digits = 0;
  while ((value * 10n ** BigInt(digits)) % of !== 0n) digits++;
  return digits;
}

function join(language: Language, amount: string, unit: string): string {
  const words = unitWords[unit];
  if (words === undefined) return `${amount}${NO_BREAK_SPACE}${unit}`;
  const word = words[language];
  return language === "zh" ? amount + word : amount + NO_BREAK_SPACE + word;
}

const unitWords: { readonly [unit: string]: { readonly [language in Language]: string } } = {
  g: { zh: "克", kk: "г", ru: "г", en: "g" },
  kg: { zh: "千克", kk: "кг", ru: "кг", en: "kg" },
  ml: { zh: "毫升", kk: "мл", ru: "мл", en: "ml" },
  l: { zh: "升", kk: "л", ru: "л", en: "l" },
  mm: { zh: "毫米", kk: "мм", ru: "мм", en: "mm" },
  m: { zh: "米", kk: "м", ru: "м", en: "m" },
  cm2: { zh: "平方厘米", kk: "см²", ru: "см²", en: "cm²" },
  m2: { zh: "平方米", kk: "м²", ru: "м²", en: "m²" },
  cm3: { zh: "立方厘米", kk: "см³", ru: "см³", en: "cm³" },
  s: { zh: "秒", kk: "с", ru: "с", en: "s" },
  wh: { zh: "瓦时", kk: "Вт·сағ", ru: "Вт·ч", en: "Wh" },
  kwh: { zh: "千瓦时", kk: "кВт·сағ", ru: "кВт·ч", en: "kWh" },
  piece: { zh: "件", kk: "дана", ru: "шт.", en: "pcs" },
  pair: { zh: "双", kk: "жұп", ru: "пар", en: "pairs" },
};
