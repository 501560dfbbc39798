import type { Language, Texts } from "../ir/texts.ts";

/** Names of the countries most travellers of Central Asian zones come from; others are told by their ISO code. */
const names: { readonly [code: string]: Texts } = {
  AE: { zh: "阿联酋", kk: "БАӘ", ru: "ОАЭ", en: "United Arab Emirates" },
  AF: { zh: "阿富汗", kk: "Ауғанстан", ru: "Афганистан", en: "Afghanistan" },
  AM: { zh: "亚美尼亚", kk: "Армения", ru: "Армения", en: "Armenia" },
  AZ: { zh: "阿塞拜疆", kk: "Әзербайжан", ru: "Азербайджан", en: "Azerbaijan" },
  BY: { zh: "白俄罗斯", kk: "Беларусь", ru: "Беларусь", en: "Belarus" },
  CN: { zh: "中国", kk: "Қытай", ru: "Китай", en: "China" },
  DE: { zh: "德国", kk: "Германия", ru: "Германия", en: "Germany" },
  FR: { zh: "法国", kk: "Франция", ru: "Франция", en: "France" },
  GB: { zh: "英国", kk: "Ұлыбритания", ru: "Великобритания", en: "United Kingdom" },
  GE: { zh: "格鲁吉亚", kk: "Грузия", ru: "Грузия", en: "Georgia" },
  IN: { zh: "印度", kk: "Үндістан", ru: "Индия", en: "India" },
  IR: { zh: "伊朗", kk: "Иран", ru: "Иран", en: "Iran" },
  JP: { zh: "日本", kk: "Жапония", ru: "Япония", en: "Japan" },
  KG: { zh: "吉尔吉斯斯坦", kk: "Қырғызстан", ru: "Кыргызстан", en: "Kyrgyzstan" },
  KR: { zh: "韩国", kk: "Корея Республикасы", ru: "Республика Корея", en: "Korea" },
  KZ: { zh: "哈萨克斯坦", kk: "Қазақстан", ru: "Казахстан", en: "Kazakhstan" },
  MN: { zh: "蒙古", kk: "Моңғолия", ru: "Монголия", en: "Mongolia" },
  PK: { zh: "巴基斯坦", kk: "Пәкістан", ru: "Пакистан", en: "Pakistan" },
  RU: { zh: "俄罗斯", kk: "Ресей", ru: "Россия", en: "Russia" },
  TJ: { zh: "塔吉克斯坦", kk: "Тәжікстан", ru: "Таджикистан", en: "Tajikistan" },
  TM: { zh: "土库曼斯坦", kk: "Түрікменстан", ru: "Туркменистан", en: "Turkmenistan" },
  TR: { zh: "土耳其", kk: "Түркия", ru: "Турция", en: "Türkiye" },
  UA: { zh: "乌克兰", kk: "Украина", ru: "Украина", en: "Ukraine" },
  US: { zh: "美国", kk: "АҚШ", ru: "США", en: "United States" },
  UZ: { zh: "乌兹别克斯坦", kk: "Өзбекстан", ru: "Узбекистан", en: "Uzbekistan" },
  XX: { zh: "无记录", kk: "көрсетілмеген", ru: "не указана", en: "none recorded" },
};

/** A country's name, or its ISO 3166-1 code where no name is kept. */
export function countryName(language: Language, code: string): string {
  return names[code]?.[language] ?? code;
}
