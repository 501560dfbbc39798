import type { EndOfMonth } from "../ir/calendar.ts";
import type { UnanswerableReason } from "../ir/example.ts";
import { addMonths, yearsBetween } from "./civil-days.ts";
import type { Unanswerable } from "./decision.ts";

/** Carries a refusal out of the middle of an expression; it never leaves a compiled function. */
class Stop {
  readonly refusal: Unanswerable;
  constructor(refusal: Unanswerable) {
    this.refusal = refusal;
  }
}

/** A checked rulebook let through what its checks rule out: a defect of the compiler, never of the facts. */
export class RulebookDefectError extends Error {
  override readonly name = "RulebookDefectError";
  readonly id = "rulebook/no-row";
  readonly rule: string;
  constructor(rule: string) {
    super(`Cannot decide "${rule}": no row of its table was hit`);
    this.rule = rule;
  }
}

export function refuse(reason: UnanswerableReason, name: string): Unanswerable {
  return { kind: "unanswerable", reason, name };
}

/** Ends the rule at hand: what it needs cannot be known. */
export function halt(reason: UnanswerableReason, name: string): never {
  throw new Stop(refuse(reason, name));
}

/** Ends the rule at hand for the reason that another rule ended. */
export function raise(refusal: Unanswerable): never {
  throw new Stop(refusal);
}

/** The refusal that ended a rule; anything else that was thrown goes on its way. */
export function caught(thrown: unknown): Unanswerable {
  if (thrown instanceof Stop) return thrown.refusal;
  throw thrown;
}

export function noRow(rule: string): RulebookDefectError {
  return new RulebookDefectError(rule);
}

/** Month arithmetic inside a rule; a day that the declared rule refuses ends the rule. */
export function addMonthsOr(day: number, count: number, endOfMonth: EndOfMonth, rule: string): number {
  return addMonths(day, count, endOfMonth) ?? halt("out-of-range", rule);
}

/** Anniversaries inside a rule; an answer that the declared rule refuses ends the rule. */
export function yearsBetweenOr(from: number, to: number, endOfMonth: EndOfMonth, rule: string): number {
  return yearsBetween(from, to, endOfMonth) ?? halt("out-of-range", rule);
}

export function absWide(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function minWide(...values: readonly bigint[]): bigint {
  return values.reduce((least, value) => (value < least ? value : least));
}

export function maxWide(...values: readonly bigint[]): bigint {
  return values.reduce((greatest, value) => (value > greatest ? value : greatest));
}
