import type { Texts } from "@twinline/rulebook";

export const twinCaveat: Texts = {
  en: "A twin differs from the traveller in the passport alone. What another citizen would really carry, or whether she would come, is not known.",
  zh: "“孪生”旅客与本人只有护照不同；他国公民实际会携带什么、是否会来，均不得而知。",
  kk: "«Егіз» жолаушының айырмасы тек паспортында; басқа елдің азаматы шын мәнінде не алып жүретіні, келе ме — белгісіз.",
  ru: "«Двойник» отличается от путешественника только паспортом; что вёз бы гражданин другой страны и приехал ли бы он, неизвестно.",
};

export const examplesCaveat: Texts = {
  en: "The sample is the rulebook's own examples: it shows what can differ, not how often.",
  zh: "样本为规则书自带的示例：只说明可能存在的差别，不反映其频率。",
  kk: "Іріктеме — ереженің өз мысалдары: не өзгеше болуы мүмкін екенін көрсетеді, қаншалықты жиі екенін емес.",
  ru: "Выборка: собственные примеры свода правил. Они показывают, что может различаться, но не как часто.",
};
