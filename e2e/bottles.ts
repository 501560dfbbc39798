import { readFileSync } from "node:fs";
import path from "node:path";

/** The law of departures on the Chinese side, as it comes with the product. */
export const LAW = "khorgos/cn/departure";

const label = (en: string, zh: string, kk: string, ru: string) => `{en: ${en}, zh: ${zh}, kk: ${kk}, ru: ${ru}}`;

const facts = `
  article: {type: code article, optional: true, label: ${label("article", "物品", "зат түрі", "вид товара")}}
  goods_quantity: {type: integer, range: 0..100000, optional: true, label: ${label("pieces", "件数", "дана саны", "количество штук")}}`;

const figure = `
  bottles_max:
    type: integer
    label: ${label("bottles a month", "每月瓶数", "айына бөтелке", "бутылок в месяц")}
    values: [{from: 2012-04-18, is: 3, source: HOUSE/5}]`;

const counter = `
  bottles_this_month:
    kind: feedback
    sum: goods_quantity
    per: [person, legal_month]
    where: verdict = "admit" and default(article, "general") = "alcohol"
    range: 0..100000
    source: HOUSE/5
    label: ${label("bottles this month", "本月瓶数", "осы айдағы бөтелке", "бутылок в этом месяце")}`;

const rule = `
  bottles_reason:
    type: code reason
    label: ${label("what the bottles say", "瓶数判定", "бөтелке бойынша шешім", "решение по бутылкам")}
    is: |
      if default(article, "general") = "alcohol" and bottles_this_month + default(goods_quantity, 0) > bottles_max
      then "over_bottles"
      else "ok"
    source: HOUSE/5
    say:
      en: "{bottles_this_month} bottles taken out earlier this month, at most {bottles_max}: {bottles_reason}."
      zh: "本月此前已带出{bottles_this_month}瓶，每月至多{bottles_max}瓶：{bottles_reason}。"
      kk: "Осы айда бұрын шығарылған бөтелке: {bottles_this_month}, ең көбі {bottles_max}: {bottles_reason}."
      ru: "Бутылок вывезено в этом месяце ранее: {bottles_this_month}, не более {bottles_max}: {bottles_reason}."`;

const example = `
  - it: {en: "a fourth bottle of the month goes to the desk", zh: "当月第四瓶转人工"}
    at: 2025-06-20T15:00+08:00
    facts: {inside: true, same_gate: true, stay_days: 1, watch: none, goods_value: 100, goods_class: class_50, indivisible: false, goods_mass: 1 kg, never_exempt: false, article: alcohol, goods_quantity: 2}
    earlier: [{at: 2025-05-31T15:00+08:00, goods_quantity: 3}, {at: 2025-06-02T15:00+08:00}]
    expect: {verdict: refer, reason: over_bottles}
    because: [bottles_this_month=2, reason.6]`;

/**
 * "Three bottles a person a calendar month", as a policy officer writes it into the one file: two facts that the law did
 * not ask for until now, a figure, a counter, a rule, two cells of tables, an example. `folder` holds the rulebooks.
 */
export function lawOfBottles(folder: string = path.resolve(import.meta.dirname, "../rulebooks")): string {
  const read = (name: string) => readFileSync(path.join(folder, `${name}.yaml`), "utf8");
  const articles = /\n {2}article:(?:\n {4}.*)+/.exec(read("khorgos/kz/departure"))![0];
  const words = label(
    "Too many bottles this month",
    "本月瓶数超限",
    "Осы айда бөтелке тым көп",
    "Слишком много бутылок",
  );
  const edits: readonly (readonly [string, string])[] = [
    ["\ncodes:", `\ncodes:${articles}`],
    ["\n    tax_due:", `\n    over_bottles: ${words}\n    tax_due:`],
    ["\nfacts:", `\nfacts:${facts}`],
    ["\nparameters:", `\nparameters:${figure}`],
    ["\ncounters:", `\ncounters:${counter}`],
    ["\nrules:", `\nrules:${rule}`],
    ['\n      missing          | "ok" ', "\n      missing          | bottles_reason "],
    ['\n      "not_inside", ', '\n      "over_bottles", "not_inside", '],
    ["\ntests:", `\ntests:${example}`],
  ];
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The law no longer says "${from.trim()}"`);
    return text.replace(from, () => to);
  }, read(LAW));
}
