import { MASS_GRAMS_MAX, type Reason, VALUE_MINOR_MAX, VOLUME_ML_MAX } from "@twinline/api";
import { formatNumber } from "@twinline/rulebook";
import {
  type DecisionRecord,
  type GoodsLine,
  type Installed,
  judgementOf,
  type MeterRow,
  readMeter,
  tryBasket,
} from "@twinline/zone";
import { goodsOutcomes } from "../../passages/present.ts";
import { presentReasons } from "../../passages/reasons.ts";
import type { Carried } from "../own-data/carried.ts";
import { knownOf } from "../question.ts";
import { amountText } from "./amount-text.ts";
import { type Asking, faultAnswer } from "./check-page.ts";
import { type Fields, scaledNumber, wholeNumber } from "./fields.ts";
import { type Markup, markup } from "./markup.ts";
import { lawLine, meterLine, reasonList, strictestOf, type Telling, verdictAnswer } from "./told.ts";

/** Lines of one basket at most. */
export const BASKET_LINES_MAX = 20;
const PIECES_MAX = 100_000;
const AGE_MAX = 130;
const MINOR_SCALE = 2;
const THOUSANDTHS = 3;
/** Sentences that a visitor needs of one line; the rest is the officer's business. */
const TOLD = new Set(["reason", "duty_free", "duty_free_mass", "tax", "over_count", "over_quota"]);

/**
 * What will I owe? Decided line by line by the departure rulebook of today, and not recorded. With a pass, what tills sold
 * in this visit stands in the counters already and is asked for once more only as a sum.
 */
export function basketAnswer(fields: Fields, asking: Asking, telling: Telling, carried?: Carried): Markup {
  const { spine, gate, day } = asking;
  const meters = spine.zone.meters[`${spine.world().zone}/${spine.world().side}/departure`] ?? [];
  const money = meters.find(({ unit, output }) => output !== undefined && unit.length === 3);
  const goods = readLines(fields, asking, money?.unit ?? "");
  const used = fields.used === undefined ? 0 : scaledNumber(fields.used, MINOR_SCALE, VALUE_MINOR_MAX);
  if (typeof goods === "string" || used === undefined) return faultAnswer(telling, "amount");
  if (goods.length === 0) return faultAnswer(telling, "goods");
  const age = fields.age === undefined ? {} : { age: wholeNumber(fields.age, 0, AGE_MAX) ?? -1 };
  if (age.age === -1) return faultAnswer(telling, "age");
  const known = knownOf({ direction: "out", ...age }, spine.zone, gate, day);
  const before = carried?.counters ?? (money === undefined ? {} : { [money.used]: used });
  const { installed, records } = tryBasket(spine.world(), known, goods, before);
  return told({ telling, installed, records, goods, meters, asking, carried });
}

type Tried = {
  readonly telling: Telling;
  readonly installed: Installed;
  readonly records: readonly DecisionRecord[];
  readonly goods: readonly GoodsLine[];
  readonly meters: readonly MeterRow[];
  readonly asking: Asking;
  readonly carried: Carried | undefined;
};

function told(tried: Tried): Markup {
  const { telling, installed, records, meters, carried } = tried;
  const { rulebook } = installed;
  const verdict = strictestOf(records.map((record) => judgementOf(record).verdict));
  const outcomes = goodsOutcomes(rulebook, records);
  const sold = carried?.due.minor ?? 0;
  const due = outcomes.reduce((sum, { tax }) => sum + tax.minor, sold);
  const left = meters.flatMap((row) =>
    row.output === undefined ? [] : (readMeter(rulebook, row, records, true) ?? []),
  );
  const more = markup`${soldLine(tried)}<ul class="rows">${records.map((_, at) => lineTold(tried, at))}</ul>${left.map((meter) => meterLine(telling, meter))}${lawLine(telling, installed, records[0]!)}`;
  const currency = outcomes[0]?.tax.currency;
  const title =
    verdict !== "admit" || currency === undefined
      ? telling.say(`visit.verdict.out.${verdict}`)
      : due === 0
        ? telling.say("visitor.answer.nothing")
        : telling.say("visitor.answer.due", { amount: amountText(telling.language, due, currency) });
  return verdictAnswer(verdict, title, more);
}

/** What the pass brought into the answer. */
function soldLine({ telling: { language, say }, carried }: Tried): Markup {
  if (carried === undefined || carried.sales === 0) return markup``;
  const { minor, currency } = carried.due;
  const tax = currency === undefined ? "–" : amountText(language, minor, currency);
  return markup`<p>${say("visitor.answer.sold", { count: formatNumber(language, carried.sales), tax })}</p>`;
}

function lineTold({ telling, installed, records, goods, asking }: Tried, at: number): Markup {
  const { language, say } = telling;
  const record = records[at]!;
  const label = asking.spine.zone.goods.find(({ code }) => code === goods[at]!.category)?.label;
  const [outcome] = goodsOutcomes(installed.rulebook, [record]);
  const words = { n: String(at + 1), category: label?.[language] ?? goods[at]!.category };
  const isDesk = judgementOf(record).verdict !== "admit" || outcome === undefined;
  const head = isDesk
    ? say("visitor.answer.desk", words)
    : say("visitor.answer.line", { ...words, tax: amountText(language, outcome.tax.minor, outcome.tax.currency) });
  const reasons = presentReasons(installed, record).filter(({ rule }) => isTold(rule, isDesk));
  return markup`<li><p><strong>${head}</strong></p><details><summary>${say("visitor.answer.why")}</summary>${reasonList(telling, reasons)}</details></li>`;
}

function isTold(rule: Reason["rule"], isDesk: boolean): boolean {
  return isDesk || (TOLD.has(rule) && rule !== "reason");
}

/** The lines that name goods, or the name of a fault. */
function readLines(fields: Fields, { spine }: Asking, currency: string): GoodsLine[] | string {
  const lines: GoodsLine[] = [];
  for (let n = 1; n <= BASKET_LINES_MAX; n += 1) {
    const category = spine.zone.goods.find(({ code }) => code === fields[`category${n}`]);
    if (category === undefined) continue;
    const value = scaledNumber(fields[`value${n}`] ?? "0", MINOR_SCALE, VALUE_MINOR_MAX);
    const massGrams = scaledNumber(fields[`mass${n}`] ?? "0", THOUSANDTHS, MASS_GRAMS_MAX);
    const volumeMl = scaledNumber(fields[`volume${n}`] ?? "0", THOUSANDTHS, VOLUME_ML_MAX);
    const quantity = wholeNumber(fields[`pieces${n}`] ?? "1", 1, PIECES_MAX);
    if (value === undefined || massGrams === undefined || volumeMl === undefined || quantity === undefined)
      return "amount";
    const { code, facts, headings } = category;
    const indivisible = fields[`single${n}`] !== undefined;
    const line = { hs: headings[0] ?? "", category: code, quantity, massGrams, indivisible, facts };
    const drinks = fields[`volume${n}`] === undefined ? {} : { volumeMl };
    // A side whose limit is in euro asks for values in euro; no rate between the two is known.
    const worth = currency === "EUR" ? { valueMinor: 0, valueEurMinor: value } : { valueMinor: value };
    lines.push({ ...line, ...drinks, ...worth });
  }
  return lines;
}
