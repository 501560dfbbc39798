import type { Decision, GoodsOutcome, Meter, Money, PassageAnswer, Traveller } from "@twinline/api";
import type { CheckedRulebook } from "@twinline/rulebook";
import {
  type Body,
  type Compiled,
  type DecisionRecord,
  daysUsed,
  dayText,
  decisionsOf,
  readMeter,
  type Stay,
  stayOfBody,
  verdicts,
  type Zone,
} from "@twinline/zone";
import type { Static } from "typebox";
import type { Shelf } from "../rulebooks/shelf.ts";
import type { Recorded } from "../writer/ask.ts";
import type { ReadDocument } from "./document.ts";
import { presentReasons } from "./reasons.ts";

export type Presenting = { readonly origin: string; readonly zone: Zone; readonly shelf: Shelf };
/** What only the one who asked may see or do. */
export type ForCaller = Pick<PassageAnswer, "may"> & { readonly traveller?: Traveller; readonly pass?: string };

/**
 * The answer to a passage or an override, made from the entry alone and the rulebook of its hash: the same key gives the
 * same answer for ever, and nothing personal is stored for it. `passage` is the body whose decisions are shown.
 */
export async function presentPassage(
  { origin, zone, shelf }: Presenting,
  recorded: Recorded,
  caller: ForCaller,
  passage: Body = recorded.body,
): Promise<PassageAnswer> {
  const { body, number, hash, signature } = recorded;
  const decisions = decisionsOf(passage);
  const deciding = decidingOf(decisions, String(passage.outcome));
  const book = await shelf.fetch(deciding.hash);
  const goods = goodsOf(book.rulebook, passage, decisions);
  const stay = stayOf(passage, body.outcome, deciding.legal);
  const due = dueOf(goods);
  const isOverride = body !== passage;
  return {
    receipt: { origin, number, hash, at: body.at, signature },
    verdict: verdictOf(body.outcome),
    reason: body.reason,
    direction: passage.direction === "in" ? "in" : "out",
    reasons: [...(isOverride ? [overrideReason(zone, body)] : []), ...presentReasons(book, deciding)],
    decisions: decisions.map((record) => record as Decision),
    rulebook: { name: book.rulebook.name, title: book.rulebook.label, hash: deciding.hash, law: dayText(deciding.law) },
    meters: metersOf(zone, book, decisions, body.outcome === "admit"),
    goods,
    may: caller.may,
    ...(isOverride ? { overridden: true } : {}),
    ...(caller.traveller === undefined ? {} : { traveller: caller.traveller }),
    ...(stay === undefined ? {} : { stay }),
    ...(due === undefined ? {} : { due }),
    ...(caller.pass === undefined || body.outcome !== "admit" ? {} : { pass: caller.pass }),
  };
}

/** The traveller as the officer sees her, from the document she showed. */
export function presentTraveller({ document, identity }: ReadDocument): Traveller {
  const { born, expires, name = "" } = identity;
  return {
    name,
    nationality: document.nationality,
    documentKind: document.kind,
    documentNumber: document.number,
    // A date that is known in part has no place where a day stands.
    ...(born === undefined || born.includes("x") ? {} : { born }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function verdictOf(outcome: string): PassageAnswer["verdict"] {
  const verdict = verdicts.find((one) => one === outcome);
  if (verdict === undefined) throw new Error(`Cannot present the outcome "${outcome}" as a verdict`);
  return verdict;
}

/** The decision that gave the passage its verdict: the first of the strictest. */
function decidingOf(decisions: readonly DecisionRecord[], outcome: string): DecisionRecord {
  const [first] = decisions;
  if (first === undefined) throw new Error("Cannot present a passage without a decision");
  const isUnanswered = ({ unanswerable }: DecisionRecord) => unanswerable !== undefined && outcome === "refer";
  return decisions.find((record) => isUnanswered(record) || record.outputs.verdict === outcome) ?? first;
}

function overrideReason({ overrideReasons }: Zone, { reason, outcome }: Body): PassageAnswer["reasons"][number] {
  const text = overrideReasons.find(({ code }) => code === reason)?.label;
  const plain = { zh: reason, kk: reason, ru: reason, en: reason };
  return { rule: "override", mark: outcome === "admit" ? "ok" : "stop", text: text ?? plain, citations: [] };
}

function stayOf({ offered, before, direction }: Body, outcome: string, day: number): PassageAnswer["stay"] {
  const shown = direction === "in" && outcome === "admit" ? offered : before;
  if (shown === undefined) return undefined;
  const stay: Stay = stayOfBody(shown);
  return {
    visit: stay.visit,
    enteredOn: dayText(stay.enteredDay),
    lastDay: dayText(stay.lastDay),
    daysUsed: daysUsed(stay, day),
    daysMax: stay.lastDay - stay.enteredDay + 1,
  };
}

function metersOf(zone: Zone, book: Compiled, decisions: readonly DecisionRecord[], counted: boolean): Meter[] {
  const rows = zone.meters[book.rulebook.name] ?? [];
  return rows.map((row) => readMeter(book.rulebook, row, decisions, counted)).filter((meter) => meter !== undefined);
}

type Outcome = Static<typeof GoodsOutcome>;

/** What each declared line pays, in its order; nothing for a passage with empty hands. */
function goodsOf(rulebook: CheckedRulebook, { goods }: Body, decisions: readonly DecisionRecord[]): Outcome[] {
  return Array.isArray(goods) ? goodsOutcomes(rulebook, decisions) : [];
}

/** Duty-free and taxable value and tax of each decision that says them. */
export function goodsOutcomes(rulebook: CheckedRulebook, decisions: readonly DecisionRecord[]): Outcome[] {
  const answered = decisions.map(({ outputs }, line) => {
    const dutyFree = moneyOf(rulebook, "duty_free", outputs.duty_free);
    const taxable = moneyOf(rulebook, "taxable", outputs.taxable);
    const tax = moneyOf(rulebook, "tax", outputs.tax);
    return dutyFree && taxable && tax ? [{ line, dutyFree, taxable, tax }] : [];
  });
  return answered.flat();
}

function moneyOf({ rules }: CheckedRulebook, output: string, value: unknown): Money | undefined {
  const type = rules.find(({ name }) => name === output)?.type;
  return type?.kind === "money" && typeof value === "number" ? { minor: value, currency: type.currency } : undefined;
}

function dueOf(goods: readonly Outcome[]): Money | undefined {
  const [first] = goods;
  if (first === undefined) return undefined;
  return { minor: goods.reduce((sum, { tax }) => sum + tax.minor, 0), currency: first.tax.currency };
}
