import type { GoodsLine } from "@twinline/api";
import { parseScaled } from "../format/index.ts";
import type { DraftErrors } from "./document-draft.ts";

/** One line of goods as an officer types it. */
export type GoodsDraft = {
  readonly hs: string;
  readonly category: string;
  readonly quantity: string;
  readonly kilograms: string;
  readonly yuan: string;
  readonly indivisible: boolean;
};
export type GoodsField = Exclude<keyof GoodsDraft, "indivisible">;

export const emptyGoods: GoodsDraft = {
  hs: "",
  category: "",
  quantity: "1",
  kilograms: "",
  yuan: "",
  indivisible: false,
};

const HS = /^\d{4,10}$/;
const GRAMS_SCALE = 3;
const FEN_SCALE = 2;
const QUANTITY_MAX = 100_000;

/** Reads a typed line: kilograms become grams and yuan fen, exactly; or each wrong field with its message. */
export function readGoods(
  draft: GoodsDraft,
): { readonly value: GoodsLine } | { readonly errors: DraftErrors<GoodsField> } {
  const hs = draft.hs.replace(/[.\s]/g, "");
  const quantity = parseScaled(draft.quantity, 0);
  const massGrams = parseScaled(draft.kilograms, GRAMS_SCALE);
  const valueMinor = parseScaled(draft.yuan, FEN_SCALE);
  const isCount = quantity !== undefined && quantity >= 1 && quantity <= QUANTITY_MAX;
  const errors: DraftErrors<GoodsField> = {
    ...(!HS.test(hs) && { hs: "gate.error.hs" }),
    ...(draft.category === "" && { category: "gate.error.category" }),
    ...(!isCount && { quantity: "gate.error.quantity" }),
    ...(massGrams === undefined && { kilograms: "gate.error.mass" }),
    ...(valueMinor === undefined && { yuan: "gate.error.value" }),
  };
  if (!isCount || massGrams === undefined || valueMinor === undefined || Object.keys(errors).length > 0)
    return { errors };
  return { value: { hs, category: draft.category, quantity, massGrams, valueMinor, indivisible: draft.indivisible } };
}

/** A heading with its usual point: "6110.20"; four digits stay as they are. */
export function presentHs(hs: string): string {
  return hs.length > 4 ? `${hs.slice(0, 4)}.${hs.slice(4)}` : hs;
}

/** Sums for the foot of the table. */
export function totalsOf(goods: readonly GoodsLine[]): { massGrams: number; valueMinor: number } {
  const sum = (pick: (line: GoodsLine) => number): number => goods.reduce((total, line) => total + pick(line), 0);
  return { massGrams: sum((line) => line.massGrams), valueMinor: sum((line) => line.valueMinor) };
}
