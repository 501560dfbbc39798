import type { TrafficRow } from "./columns.ts";
import type { TrafficPassage } from "./passages.ts";

const NO_GOODS = { hs: "", category: "", quantity: 0, massGrams: 0, valueFen: 0, indivisible: false } as const;

/** The rows of one passage; `passage` is its running number in the file. */
export function rowsOf(passage: number, one: TrafficPassage, gate: string): readonly TrafficRow[] {
  const lines = one.goods.length > 0 ? one.goods : [NO_GOODS];
  return lines.map((goods, index) => ({
    passage,
    second: one.at,
    day: one.day,
    direction: one.direction,
    gate,
    lane: one.lane,
    visit: one.visit,
    person: one.person.number,
    nationality: one.person.nationality,
    document: one.person.document,
    born: one.person.born,
    expires: one.person.expires,
    female: one.person.female,
    vehicle: one.vehicle,
    line: one.goods.length > 0 ? index + 1 : 0,
    hs: goods.hs,
    category: goods.category,
    quantity: goods.quantity,
    mass_grams: goods.massGrams,
    value_fen: goods.valueFen,
    indivisible: goods.indivisible,
  }));
}
