import type { GoodsLine, GoodsOutcome, Right } from "@twinline/api";
import { compileClosures } from "@twinline/rulebook";
import { countersOf, goodsFactsOf, installRulebook, sellFrom, tellLines } from "@twinline/zone";
import type { WholePack } from "../link/pack.ts";

/** What a basket comes to when it is sold from a right: decided on this device by the node's own code. */
export type Offer =
  | {
      readonly kind: "sold";
      readonly hash: string;
      readonly counters: Readonly<Record<string, number>>;
      readonly taken: Readonly<Record<string, number>>;
      readonly outcomes: readonly GoodsOutcome[];
    }
  | { readonly kind: "refused"; readonly reason: string }
  /** The rulebook of the right, or a category of the goods, is not on this device. */
  | { readonly kind: "unknown" };

/** Decides a basket from a right. Nothing is written; the till writes the sale before it says yes. */
export function sellHere(
  pack: Pick<WholePack, "rulebooks" | "goods">,
  right: Right,
  goods: readonly GoodsLine[],
): Offer {
  const book = pack.rulebooks.find(({ hash }) => hash === right.hash);
  if (!book) return { kind: "unknown" };
  const installed = installRulebook(book.rulebook, compileClosures);
  const lines = [];
  for (const line of goods) {
    const facts = pack.goods.find(({ code }) => code === line.category)?.facts;
    if (!facts) return { kind: "unknown" };
    lines.push(goodsFactsOf(book.rulebook, { ...line, facts }));
  }
  const sold = sellFrom(installed, { ...right, day: right.legal }, lines);
  if (sold.kind === "refused") return { kind: "refused", reason: sold.reason };
  return {
    kind: "sold",
    hash: right.hash,
    counters: countersOf(right),
    taken: sold.taken,
    outcomes: tellLines(
      book.rulebook,
      sold.lines.map(({ record }) => record),
    ),
  };
}
