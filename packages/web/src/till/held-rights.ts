import type { Pack, Right } from "@twinline/api";
import type { JournalItem } from "../link/device-journal.ts";

/** A right as the node told of it, and when. */
export type ToldRight = { readonly right: Right; readonly asOf: string };
type Amounts = Readonly<Record<string, number>>;

/**
 * The rights that live at this till now: each as it was last told, less what this till sold and gave back of it since.
 * What the node recorded after it told of a right is not in what it told: it is taken off too, so that nothing can be spent
 * twice (promises.md P1). `own` are rights that came with an answer, which a pack of later date replaces.
 */
export function heldRights(
  pack: Pick<Pack, "rights" | "asOf"> | undefined,
  own: readonly ToldRight[],
  journal: readonly JournalItem[],
): readonly Right[] {
  const told = new Map<number, ToldRight>();
  for (const right of pack?.rights ?? []) told.set(right.reservation, { right, asOf: pack!.asOf });
  for (const one of own) if (!pack || isLater(one.asOf, pack.asOf)) told.set(one.right.reservation, one);
  return [...told.values()]
    .map(({ right, asOf }) => ({ ...right, held: less(right.held, spentSince(journal, right.reservation, asOf)) }))
    .filter(({ held }) => Object.values(held).some((amount) => amount > 0));
}

/** The right of the holder of a pass for a legal day, if this till has one; the newest of several. */
export function findRight(rights: readonly Right[], pass: string, day: string): Right | undefined {
  return rights
    .filter((right) => right.pass === pass && right.day === day)
    .sort((a, b) => b.reservation - a.reservation)[0];
}

function spentSince(journal: readonly JournalItem[], reservation: number, asOf: string): readonly Amounts[] {
  return journal.filter((item) => isSince(item, asOf)).flatMap((item) => spentBy(item, reservation));
}

function isSince({ state, answer }: JournalItem, asOf: string): boolean {
  return state === "waiting" || answer?.receipt === undefined || isLater(answer.receipt.at, asOf);
}

function spentBy({ event, sale }: JournalItem, reservation: number): readonly Amounts[] {
  if (event.kind === "sale" && event.reservation === reservation && sale) return [sale.taken];
  return event.kind === "release" && event.reservation === reservation ? [event.amounts] : [];
}

function isLater(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) > 0;
}

function less(held: Amounts, spent: readonly Amounts[]): Record<string, number> {
  const rest: Record<string, number> = { ...held };
  for (const amounts of spent)
    for (const [name, amount] of Object.entries(amounts)) rest[name] = Math.max(0, (rest[name] ?? 0) - amount);
  return rest;
}
