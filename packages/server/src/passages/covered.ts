import type { CoveredSale } from "@twinline/api";
import { type Body, type DecisionRecord, isObject, type Json, tellLines } from "@twinline/zone";
import type { Shelf } from "../rulebooks/shelf.ts";

type Sum = NonNullable<CoveredSale["tax"]>;

/** Sales that a passage named, with what the rules said of those it carries out; undefined when it named none. */
export async function presentCovered(shelf: Shelf, { covers }: Body): Promise<CoveredSale[] | undefined> {
  if (!Array.isArray(covers)) return undefined;
  return await Promise.all(covers.filter(isObject).map((one) => coveredOf(shelf, one)));
}

/** What is to be paid with the passage: for its own lines and for those that were sold. */
export function dueWith(due: Sum | undefined, covered: readonly CoveredSale[] = []): Sum | undefined {
  const owed = covered.flatMap(({ tax }) => tax ?? []);
  const [first] = due === undefined ? owed : [due, ...owed];
  if (first === undefined) return undefined;
  const all = due === undefined ? owed : [due, ...owed];
  return { minor: all.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency };
}

async function coveredOf(
  shelf: Shelf,
  { sale, outcome, hash, lines }: { readonly [name: string]: Json },
): Promise<CoveredSale> {
  const told = { sale: String(sale), outcome: String(outcome) };
  if (typeof hash !== "string" || !Array.isArray(lines)) return told;
  const { rulebook } = await shelf.fetch(hash);
  const paid = tellLines(
    rulebook,
    lines.filter(isObject).map((outputs) => ({ outputs }) as unknown as DecisionRecord),
  );
  const [first] = paid;
  if (first === undefined) return told;
  const sum = (of: "dutyFree" | "tax") => ({
    minor: paid.reduce((all, line) => all + line[of].minor, 0),
    currency: first[of].currency,
  });
  return { ...told, dutyFree: sum("dutyFree"), tax: sum("tax") };
}
