import { comingPassage } from "../rights/right.ts";
import { isObject, type JsonObject } from "../spine/json.ts";
import { getText } from "../spine/read-body.ts";
import type { Change, State, StateKey } from "../spine/state.ts";
import type { Stay } from "../stays/stay.ts";
import { findSale, isCarriedOut, isReturned, SALE_EXIT, type Sale, saleKeys } from "./sale.ts";

/** Sales that a traveller carries out beside other goods; `visit` is the stay that was found when they were named. */
export type Covers = {
  readonly visit: string;
  readonly sales: readonly string[];
  /** Named at a gate that was cut off: a sale that its till has yet to report goes out all the same. */
  readonly unseen?: true;
};

/** Why a named sale carries nothing out. */
export type RefusedSlip = "sale_unknown" | "another_person" | "another_visit" | "already_out" | "returned";
/**
 * What becomes of a named sale. Only the first carries its goods out without counting them again; the second was carried out
 * at a gate that was cut off, before the till's own report of it came.
 */
export type CoverOutcome = "carried_out" | "carried_out_unseen" | RefusedSlip;
export type Covered = {
  readonly sale: string;
  readonly outcome: CoverOutcome;
  /** What the rules said of its lines, and by which rulebook; absent unless it is carried out. */
  readonly hash?: string;
  readonly lines?: readonly JsonObject[];
};

export function coverKeys(covers: Covers | undefined): readonly StateKey[] {
  return covers?.sales.flatMap(saleKeys) ?? [];
}

/** The passage that the lines of an exit stand in: the one its sales were made for, or one of its own. */
export function passageOf(covers: Covers | undefined, stay: Stay | undefined, number: number): string {
  return covers !== undefined && covers.visit === stay?.visit ? comingPassage(covers.visit) : String(number);
}

/** Judges each named sale: the goods of one sale go out once, with the one who bought them, in the same visit. */
export function judgeCovers(
  state: State,
  covers: Covers | undefined,
  person: string,
  stay: Stay | undefined,
): readonly Covered[] {
  const named = [...new Set(covers?.sales)];
  return named.map((sale) => {
    const judged = outcomeOf(state, sale, person, stay);
    const outcome = judged === "sale_unknown" && covers?.unseen ? "carried_out_unseen" : judged;
    const found = outcome === "carried_out" ? findSale(state, sale) : undefined;
    return found === undefined ? { sale, outcome } : { sale, outcome, hash: found.hash, lines: linesOf(found) };
  });
}

/** Why the first of the named sales that clears nothing does not: what the rules read as the fact `slip`. */
export function refusedSlip(covered: readonly Covered[]): RefusedSlip | undefined {
  return covered.map(({ outcome }) => outcome).find((one) => one !== "carried_out" && one !== "carried_out_unseen");
}

/** The covered sales of a passage that took place. */
export function coversOut(body: JsonObject, number: number): readonly Change[] {
  return carried(body).map((sale) => ({ kind: "put", table: SALE_EXIT, key: sale, row: { entry: number } }));
}

/** The same undone: the goods are inside again. */
export function coversBack(body: JsonObject): readonly Change[] {
  return carried(body).map((sale) => ({ kind: "drop", table: SALE_EXIT, key: sale }));
}

/** Ids of the sales that the body carries out. */
function carried({ covers }: JsonObject): readonly string[] {
  if (!Array.isArray(covers)) return [];
  const out = covers.filter(isObject).filter(({ outcome }) => String(outcome).startsWith("carried_out"));
  return out.map((one) => getText(one, "sale"));
}

/** Lines of which anything is left. */
function linesOf({ lines }: Sale): readonly JsonObject[] {
  return lines.filter(({ goods }) => goods.quantity > 0).map(({ outputs }) => outputs);
}

function outcomeOf(state: State, id: string, person: string, stay: Stay | undefined): CoverOutcome {
  const sale = findSale(state, id);
  if (sale === undefined) return "sale_unknown";
  if (sale.person !== person) return "another_person";
  if (isCarriedOut(state, id)) return "already_out";
  if (sale.visit !== stay?.visit) return "another_visit";
  return isReturned(sale) ? "returned" : "carried_out";
}
