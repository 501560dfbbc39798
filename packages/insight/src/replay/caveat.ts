import type { Texts } from "@twinline/rulebook";

/** Printed on every replay: what it cannot know. */
export const caveat: Texts = {
  en: "People are assumed to behave as they did; a higher allowance changes behaviour.",
  zh: "假定人们的行为与过去相同；额度提高会改变人们的行为。",
  kk: "Адамдар бұрынғыдай әрекет етеді деп есептелді; норма өссе, олардың әрекеті өзгереді.",
  ru: "Предполагается, что люди ведут себя как прежде; более высокая норма меняет поведение.",
};

/** Printed when the history was generated and not recorded. */
export const generatedCaveat: Texts = {
  en: "The passages are generated, not recorded: they show how the rules work, not what happened.",
  zh: "这些通行记录为模拟生成而非真实记录：只说明规则如何起作用，不说明实际发生的情况。",
  kk: "Өту деректері жазылған емес, жасанды: олар ережелердің қалай жұмыс істейтінін көрсетеді, нақты болғанды емес.",
  ru: "Проходы сгенерированы, а не записаны: они показывают, как работают правила, а не то, что было.",
};
