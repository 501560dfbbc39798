import { movedBody, movedRows } from "../allowances/moved.ts";
import { type Capture, captureChanges, captureKeys } from "../captures/numbering.ts";
import { type CaptureRuling, recordCapture } from "../captures/record-capture.ts";
import type { GoodsLine } from "../passages/command.ts";
import { type Amounts, negated, plus } from "../rights/amounts.ts";
import type { Law } from "../rights/decide-from.ts";
import { giveBack } from "../rights/give-back.ts";
import { goodsFactsOf } from "../rights/line-facts.ts";
import { rightOf } from "../rights/reservation.ts";
import type { Right } from "../rights/right.ts";
import { findSale, isCarriedOut, putSale, type Sale, type SaleLine, saleBody, saleKeys } from "../sales/sale.ts";
import type { Author, Body, Concept } from "../spine/concept.ts";
import type { Installed, World } from "../spine/installed.ts";
import type { State, StateKey } from "../spine/state.ts";

/** Pieces of a line that came back. */
export type ReturnedLine = { readonly line: number; readonly quantity: number };

/**
 * Goods came back to the till that sold them. `given` is the body of the entry that gave the right, `law` that of the sale;
 * both are undefined for a sale that never arrived.
 */
export type RefundCommand = {
  readonly kind: "sale_refund";
  readonly by: Author;
  readonly place: string;
  readonly lane: string;
  readonly capture: Capture;
  readonly sale: string;
  readonly given: Body | undefined;
  readonly reservation: number;
  readonly law: Law | undefined;
  readonly lines: readonly ReturnedLine[];
};

/** The right returns to the day of purchase, once, and only while the goods are inside (promises.md P8). */
export const refund: Concept<RefundCommand> = {
  kind: "sale_refund",
  keys: refundKeys,
  decide: (command, state, world, moment) =>
    recordCapture(state, command.capture, moment, () => decideRefund(command, state, world)),
  apply: (body, number) => [...captureChanges(body, number), ...putSale(body)],
};

function refundKeys({ capture, sale, given, reservation }: RefundCommand, world: World): readonly StateKey[] {
  if (given === undefined) return [...captureKeys(capture), ...saleKeys(sale)];
  const { rulebook, subject, day } = rightOf(given, reservation, {});
  const installed = world.rulebooks.get(rulebook);
  const counters = installed === undefined ? [] : movedRows(installed, { subject, day });
  return [...captureKeys(capture), ...saleKeys(sale), ...counters];
}

function decideRefund(command: RefundCommand, state: State, world: World): CaptureRuling {
  const { capture, place, lane, sale, given, reservation, law, lines } = command;
  const about = { gate: place, lane, of: sale, asked: lines.map((line) => ({ ...line })) };
  const found = findSale(state, sale);
  // NOTE: a copied disk gives one number to two sales; what comes back is of the sale that stands here, and of its right.
  if (given === undefined || found?.device !== capture.device || found.reservation !== reservation)
    return refused("sale_unknown", about);
  if (isCarriedOut(state, sale)) return refused("carried_out", about);
  const right = rightOf(given, reservation, {});
  const installed = world.rulebooks.get(right.rulebook);
  if (installed === undefined || law === undefined) return refused("law_unknown", about);
  const after = returned(installed, law, lines, right, found);
  if (after === undefined) return refused("not_sold", about);
  const { rulebook, day, subject } = right;
  const details = {
    ...about,
    person: found.person,
    moved: movedBody({ rulebook, day, subject, amounts: negated(after.back) }),
    sale: saleBody(sale, { ...found, lines: after.lines }),
  };
  return { outcome: "done", reason: "refunded", details };
}

/** The lines after the return and what comes back; undefined when more is returned than was sold. */
function returned(
  installed: Installed,
  law: Law,
  asked: readonly ReturnedLine[],
  right: Right,
  { lines }: Sale,
): { readonly back: Amounts; readonly lines: readonly SaleLine[] } | undefined {
  const after = [...lines];
  let back: Amounts = {};
  for (const { line, quantity } of asked) {
    const before = after[line];
    if (before === undefined || quantity > before.goods.quantity) return undefined;
    const rest = less(before.goods, quantity);
    const all = { ...right.facts, ...goodsFactsOf(law.rulebook, rest) };
    const given = giveBack(
      installed,
      law,
      { ...before, facts: right.facts },
      rest.quantity === 0 ? undefined : all,
      right,
    );
    after[line] = { ...before, goods: rest, amounts: given.amounts, outputs: given.outputs };
    back = plus(back, given.back);
  }
  return { back, lines: after };
}

/** The pieces that stay, with their share of value, mass and volume; what is left over in dividing stays with them. */
function less(goods: GoodsLine, quantity: number): GoodsLine {
  const rest = goods.quantity - quantity;
  const share = (whole: number) => whole - Math.floor((whole * quantity) / goods.quantity);
  return {
    ...goods,
    quantity: rest,
    massGrams: share(goods.massGrams),
    valueMinor: share(goods.valueMinor),
    ...(goods.volumeMl === undefined ? {} : { volumeMl: share(goods.volumeMl) }),
    ...(goods.valueEurMinor === undefined ? {} : { valueEurMinor: share(goods.valueEurMinor) }),
  };
}

function refused(reason: string, details: CaptureRuling["details"]): CaptureRuling {
  return { outcome: "refused", reason, details, findings: [reason] };
}
