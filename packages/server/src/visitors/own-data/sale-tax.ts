import { tellLines } from "@twinline/zone";
import type { StoredSale } from "../../sales/queries.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";

/** Tax of a sale by the rulebook that decided it; undefined when its lines say none. */
export async function taxOf(
  { hash, lines }: Pick<StoredSale, "hash" | "lines">,
  { shelf }: Pick<OpenSpine, "shelf">,
): Promise<{ readonly minor: number; readonly currency: string } | undefined> {
  const { rulebook } = await shelf.fetch(hash);
  const kept = lines.filter(({ goods }) => goods.quantity > 0);
  const told = tellLines(rulebook, kept);
  const [first] = told;
  if (first === undefined) return undefined;
  return { minor: told.reduce((sum, { tax }) => sum + tax.minor, 0), currency: first.tax.currency };
}
