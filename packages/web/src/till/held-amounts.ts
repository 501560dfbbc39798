import type { Right } from "@twinline/api";
import type { WholePack } from "../link/pack.ts";
import type { HeldAmount } from "./view.ts";

/** What a right still holds, told by the words of its rulebook: money first, as people ask for it first. */
export function heldAmounts(
  right: Right | undefined,
  pack: Pick<WholePack, "rulebooks"> | undefined,
): readonly HeldAmount[] {
  const book = pack?.rulebooks.find(({ hash }) => hash === right?.hash)?.rulebook;
  if (!right || !book) return [];
  const told = book.counters.flatMap((counter): readonly HeldAmount[] => {
    const amount = right.held[counter.name] ?? 0;
    if (amount === 0 || counter.per.includes("passage")) return [];
    const { type } = counter;
    const unit = type.kind === "money" ? type.currency : type.kind === "quantity" ? type.unit : "piece";
    const name = counter.name;
    const label = counter.label ?? { zh: name, kk: name, ru: name, en: name };
    return [{ name, label, unit, amount }];
  });
  return told.sort((a, b) => Number(b.unit === "CNY") - Number(a.unit === "CNY"));
}
