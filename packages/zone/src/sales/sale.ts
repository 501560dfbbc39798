import { amountsOfBody } from "../allowances/moved.ts";
import type { GoodsLine } from "../passages/command.ts";
import type { Amounts } from "../rights/amounts.ts";
import { isObject, type Json, type JsonObject, present, storedText } from "../spine/json.ts";
import { BodyError, getInteger, getObject, getText } from "../spine/read-body.ts";
import type { Change, State, StateKey } from "../spine/state.ts";

/** Table of sales, by the id that the till gave: `<device>.<sequence>`. */
export const SALE = "sale";
/** Table of the sales whose goods were carried out, by the same id. */
export const SALE_EXIT = "sale_exit";

/** A line of a sale as it stands after returns: the goods that are still the traveller's, and what they count. */
export type SaleLine = {
  readonly goods: GoodsLine;
  readonly counters: Amounts;
  readonly amounts: Amounts;
  /** What the rules said of the line: what is duty-free, what is to be paid. */
  readonly outputs: JsonObject;
};

/** A sale from a right. `visit` is the stay in which it was made. */
export type Sale = {
  readonly person: string;
  readonly device: string;
  readonly reservation: number;
  readonly visit: string;
  readonly entry: number;
  /** Rulebook under which it was decided. */
  readonly hash: string;
  readonly lines: readonly SaleLine[];
};

export function saleKeys(sale: string): readonly StateKey[] {
  return [
    { table: SALE, key: sale },
    { table: SALE_EXIT, key: sale },
  ];
}

export function findSale(state: State, sale: string): Sale | undefined {
  const row = state.find(SALE, sale);
  return row === undefined ? undefined : saleOf(row);
}

/** Whether the goods of a sale are out of the zone. */
export function isCarriedOut(state: State, sale: string): boolean {
  return state.find(SALE_EXIT, sale) !== undefined;
}

/** Whether nothing of a sale is left with the traveller. */
export function isReturned({ lines }: Pick<Sale, "lines">): boolean {
  return lines.every(({ goods }) => goods.quantity === 0);
}

/** Reads a sale from its row. Throws BodyError. */
export function saleOf(row: JsonObject): Sale {
  const lines: unknown = JSON.parse(getText(row, "lines"));
  return {
    person: getText(row, "person"),
    device: getText(row, "device"),
    reservation: getInteger(row, "reservation"),
    visit: getText(row, "visit"),
    entry: getInteger(row, "entry"),
    hash: getText(row, "hash"),
    lines: (lines as readonly Json[]).map(lineOf),
  };
}

/** What stands in a body for `putSale`. */
export function saleBody(id: string, { lines, ...sale }: Sale): JsonObject {
  return { ...sale, id, lines: lines.map(lineBody) };
}

/** The sale stands as the body says under `sale`. */
export function putSale(body: JsonObject): readonly Change[] {
  if (!isObject(body.sale)) return [];
  const { id, lines, ...sale } = body.sale;
  if (typeof id !== "string" || lines === undefined) throw new BodyError("sale", "a sale with its lines");
  return [
    {
      kind: "put",
      table: SALE,
      key: id,
      row: { ...(sale as Record<string, string | number>), lines: storedText(lines) },
    },
  ];
}

function lineBody({ goods, counters, amounts, outputs }: SaleLine): JsonObject {
  return { goods: present({ ...goods }), counters: { ...counters }, amounts: { ...amounts }, outputs };
}

function lineOf(value: Json): SaleLine {
  if (!isObject(value)) throw new BodyError("sale", "a list of lines");
  return {
    goods: getObject(value, "goods") as unknown as GoodsLine,
    counters: amountsOfBody(getObject(value, "counters")),
    amounts: amountsOfBody(getObject(value, "amounts")),
    outputs: getObject(value, "outputs"),
  };
}
