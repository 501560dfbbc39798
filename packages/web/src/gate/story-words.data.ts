import type { CodeLists, Reason, Texts } from "@twinline/api";

/** Sample words of the stories, in the manner of the zone's rulebooks. None of the figures is law. */
export const t = (zh: string, kk: string, ru: string, en: string): Texts => ({ zh, kk, ru, en });

export const zoneTitle = t(
  "霍尔果斯国际边境合作中心",
  "«Қорғас» шекара маңы ынтымақтастығы халықаралық орталығы",
  "Международный центр приграничного сотрудничества «Хоргос»",
  "Khorgos International Centre of Boundary Cooperation",
);
export const gateLabel = t("中方卡口", "Қытай жағының қақпасы", "Ворота китайской стороны", "Gate of the Chinese side");
export const arrivalTitle = t("入区规则", "Кіру ережелері", "Правила въезда", "Rules of entry");
export const departureTitle = t("出区规则", "Шығу ережелері", "Правила выезда", "Rules of exit");

const cite = (article: number): Reason["citations"][number] => ({
  provision: `E2/${article}`,
  cite: t(`管理办法第${article}条`, `Ереже, ${article}-тармақ`, `Правила, п. ${article}`, `Rules, para. ${article}`),
  confidence: "high",
});

export const reasons = {
  passport: {
    rule: "standing",
    mark: "ok",
    text: t("护照可以使用", "Паспорт қабылданады", "Паспорт принимается", "A passport is accepted"),
    citations: [cite(3)],
  },
  valid: {
    rule: "validity",
    mark: "ok",
    text: t("证件有效", "Құжат жарамды", "Документ действителен", "The document is valid"),
    citations: [cite(4)],
  },
  expired: {
    rule: "document_expired",
    mark: "stop",
    text: t(
      "证件已于 2026年4月1日过期，不能用于通行。",
      "Құжаттың мерзімі 2026 ж. 1 сәуірде өткен, онымен өтуге болмайды.",
      "Срок действия документа истёк 1 апреля 2026 г., проход по нему невозможен.",
      "The document expired on 1 April 2026 and gives no right of passage.",
    ),
    citations: [cite(4)],
  },
  watch: {
    rule: "watch",
    mark: "ok",
    text: t("名单无命中", "Тізімдерде сәйкестік жоқ", "Совпадений в списках нет", "No match in the lists"),
    citations: [cite(17)],
  },
  watchHit: {
    rule: "watch_refer",
    mark: "note",
    text: t(
      "名单中有相近记录，需人工核对。",
      "Тізімде ұқсас жазба бар, адам тексеруі керек.",
      "В списке есть похожая запись, нужна проверка человеком.",
      "The lists hold a similar entry; a person must look.",
    ),
    citations: [cite(17)],
  },
  stay: {
    rule: "stay",
    mark: "ok",
    text: t(
      "本次停留第 13 天，最多 30 天",
      "Болудың 13-күні, ең көбі 30 күн",
      "13-й день пребывания из 30",
      "Day 13 of a stay of at most 30",
    ),
    citations: [cite(5)],
  },
  allowance: {
    rule: "duty_free",
    mark: "note",
    text: t(
      "当日免税额度 ¥8,000，此前已用 ¥5,200，本次免税 ¥2,280，剩余 ¥520。",
      "Күндік норма 8\u00a0000\u00a0¥, бұрын 5\u00a0200\u00a0¥ пайдаланылды, қазір 2\u00a0280\u00a0¥ бажсыз, 520\u00a0¥ қалды.",
      "Норма в день 8\u00a0000\u00a0¥, ранее использовано 5\u00a0200\u00a0¥, сейчас без пошлины 2\u00a0280\u00a0¥, осталось 520\u00a0¥.",
      "¥8,000 a day, ¥5,200 used before: ¥2,280 is duty-free now, ¥520 is left.",
    ),
    citations: [cite(9), { ...cite(10), confidence: "medium" }],
  },
  tax: {
    rule: "tax_due",
    mark: "note",
    text: t(
      "超出免税额度 ¥1,000，按 20% 计税 ¥200。",
      "Нормадан 1\u00a0000\u00a0¥ артық, 20% салық 200\u00a0¥.",
      "Сверх нормы 1\u00a0000\u00a0¥, налог 20% составит 200\u00a0¥.",
      "¥1,000 over the allowance; tax at 20% is ¥200.",
    ),
    citations: [cite(11)],
  },
  slip: {
    rule: "reason",
    mark: "stop",
    text: t(
      "收银台小票属于他人",
      "Касса чегі басқа адамдікі",
      "Чек кассы выдан другому человеку",
      "A till slip of another traveller",
    ),
    citations: [cite(13)],
  },
} as const satisfies Readonly<Record<string, Reason>>;

export const codes: CodeLists = {
  documentKinds: [
    { code: "passport", label: t("护照", "паспорт", "паспорт", "passport") },
    {
      code: "exit_entry_permit",
      label: t("出入境通行证", "кіру-шығу рұқсатнамасы", "пропуск на въезд и выезд", "exit-entry permit"),
    },
    {
      code: "id_card_kz",
      label: t(
        "哈萨克斯坦身份证",
        "Қазақстанның жеке куәлігі",
        "удостоверение личности Казахстана",
        "identity card of Kazakhstan",
      ),
    },
    { code: "other", label: t("其他证件", "басқа құжат", "иной документ", "other document") },
  ],
  goodsCategories: [
    {
      code: "class_13",
      label: t("食品、书报、玩具", "азық-түлік, кітап, ойыншық", "продукты, книги, игрушки", "food, books, toys"),
    },
    {
      code: "class_20",
      label: t(
        "纺织品、电器及其他物品",
        "тоқыма, электр тауарлары және басқа тауарлар",
        "текстиль, электротовары и прочие товары",
        "textiles, electrical goods and others",
      ),
    },
    {
      code: "class_50",
      label: t(
        "烟、酒、贵重首饰",
        "темекі, алкоголь, зергерлік бұйым",
        "табак, алкоголь, украшения",
        "tobacco, alcohol, jewellery",
      ),
    },
  ],
  watchReasons: [],
  overrideReasons: [
    {
      code: "document_checked",
      label: t("人工核对证件无误", "құжат қолмен тексерілді", "документ проверен вручную", "document checked by hand"),
    },
    { code: "humanitarian", label: t("人道原因", "гуманитарлық себеп", "гуманитарная причина", "humanitarian ground") },
    { code: "list_error", label: t("名单记录有误", "тізімдегі қате", "ошибка в списке", "error in a list") },
  ],
};
