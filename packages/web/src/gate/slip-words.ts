import type { CodeLists, CoveredSale, PassageAnswer, Reason, Texts } from "@twinline/api";
import { formatInteger, formatMoney, formatTime, type Locale } from "../format/index.ts";
import type { Text } from "../ui/language.ts";
import { type Slip, slipNumber } from "./slips.ts";
import type { SalesListing } from "./use-sales.ts";

/** What a slip is called: its number, and when, where and what, as far as the node said. */
export function slipLabel(
  { id, row }: Slip,
  { locale, text, word, timeZone, codes }: SlipSpeech,
): { readonly name: string; readonly goods: string } {
  const number = slipNumber(id);
  if (row === undefined) return { name: text("gate.slips.paper", { number }), goods: "" };
  const goods = row.goods.map(({ category, quantity }) => {
    const found = codes?.goodsCategories.find(({ code }) => code === category);
    return `${found ? word(found.label) : category} × ${formatInteger(locale, quantity)}`;
  });
  const time = formatTime(Temporal.Instant.from(row.at), timeZone);
  return { name: `${text("gate.slips.paper", { number })} · ${row.till} · ${time}`, goods: goods.join("; ") };
}

export type SlipSpeech = {
  readonly locale: Locale;
  readonly text: Text;
  readonly word: (texts: Texts) => string;
  readonly timeZone: string;
  readonly codes: Pick<CodeLists, "goodsCategories"> | undefined;
};

/** Value of what the slip holds, if the node said. */
export function slipValue({ row }: Slip, locale: Locale): string {
  if (row === undefined) return "";
  const minor = row.goods.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  return formatMoney(locale, { minor, currency: "CNY" });
}

const outcomeKeys = {
  carried_out: "gate.slips.carried-out",
  sale_unknown: "gate.slips.unknown",
  another_person: "gate.slips.another-person",
  another_visit: "gate.slips.another-visit",
  already_out: "gate.slips.already-out",
  returned: "gate.slips.returned",
} as const;

export type SlipOutcome = { readonly mark: Reason["mark"]; readonly text: string };

/** What became of a named slip. Without the node's word it waits; without an admission nothing of it is out. */
export function slipOutcome(
  id: string,
  { covered = [], verdict }: Pick<PassageAnswer, "covered" | "verdict">,
  locale: Locale,
  text: Text,
): SlipOutcome {
  const found = covered.find(({ sale }) => sale === id);
  if (found === undefined) return { mark: "note", text: text("gate.slips.kept") };
  if (!isCarried(found)) return { mark: "stop", text: text(outcomeKey(found.outcome)) };
  if (verdict !== "admit") return { mark: "note", text: text("gate.slips.inside") };
  const { dutyFree, tax } = found;
  const sums = dutyFree && tax && { free: formatMoney(locale, dutyFree), tax: formatMoney(locale, tax) };
  const said = text("gate.slips.carried-out");
  return { mark: "ok", text: sums ? `${said} · ${text("gate.slips.sums", sums)}` : said };
}

/** How many of the named slips carry nothing out. */
export function refusedSlips({ covered = [] }: Pick<PassageAnswer, "covered">): number {
  return covered.filter((one) => !isCarried(one)).length;
}

function isCarried({ outcome }: CoveredSale): boolean {
  return outcome === "carried_out";
}

function outcomeKey(outcome: string) {
  return Object.hasOwn(outcomeKeys, outcome)
    ? outcomeKeys[outcome as keyof typeof outcomeKeys]
    : "gate.slips.not-taken";
}

/** One sentence on where the list stands. */
export function listingWords(listing: SalesListing, count: number, text: Text): string {
  if (listing === "no-pass") return text("gate.slips.show-pass");
  if (listing === "asking") return text("gate.slips.asking");
  if (listing === "cut") return text("gate.slips.cut");
  if (listing === "unlisted") return text("gate.slips.unlisted");
  return count === 0 ? text("gate.slips.none") : text("gate.slips.more");
}
