import type { DocumentInput, GoodsLine, PassageRequest } from "@twinline/api";
import type { TrafficRow } from "@twinline/insight";
import type { TrafficGate } from "./traffic-gate.ts";

/** One passage of a history file as the gate would send it; `person` keeps a traveller's passages in order. */
export type PlannedPassage = {
  readonly passage: number;
  readonly second: number;
  readonly person: number;
  readonly lane: string;
  readonly request: PassageRequest;
};

const OTHER = "other";
const epoch = new Temporal.PlainDate(1970, 1, 1);
const NUMBER_DIGITS = 8;

function dayText(day: number): string {
  return epoch.add({ days: day }).toString();
}

function documentOf(row: TrafficRow): DocumentInput {
  const prefix = row.document === "passport" ? "P" : "E";
  return {
    kind: row.document,
    number: `${prefix}${String(row.person).padStart(NUMBER_DIGITS, "0")}`,
    nationality: row.nationality,
    name: `TRAVELLER ${row.person}`,
    born: dayText(row.born),
    expires: dayText(row.expires),
  };
}

/** What the zone has no category for travels as other goods. */
function goodsOf(rows: readonly TrafficRow[], categories: ReadonlySet<string>): GoodsLine[] {
  return rows
    .filter((row) => row.line > 0)
    .map((row) => ({
      hs: row.hs,
      category: categories.has(row.category) ? row.category : OTHER,
      quantity: row.quantity,
      massGrams: row.mass_grams,
      valueMinor: row.value_fen,
      indivisible: row.indivisible,
    }));
}

function passageOf(rows: readonly TrafficRow[], { gate, categories }: TrafficGate): PlannedPassage {
  const [first] = rows as readonly [TrafficRow];
  const lane = String(first.lane);
  const vehicle = first.vehicle
    ? {
        vehicle: {
          plate: `T${String(first.person).padStart(6, "0")}`,
          country: first.nationality,
        },
      }
    : {};
  const goods = goodsOf(rows, categories);
  const request: PassageRequest = {
    direction: first.direction === "in" ? "in" : "out",
    gate,
    lane,
    document: documentOf(first),
    ...vehicle,
    ...(goods.length > 0 ? { goods } : {}),
  };
  return { passage: first.passage, second: first.second, person: first.person, lane, request };
}

/** Joins the rows of a history file, which come in order, into passages. */
export async function* plannedPassages(
  pages: AsyncIterable<readonly TrafficRow[]>,
  gate: TrafficGate,
): AsyncGenerator<PlannedPassage> {
  let rows: TrafficRow[] = [];
  for await (const page of pages) {
    for (const row of page) {
      if (rows.length > 0 && rows[0]!.passage !== row.passage) {
        yield passageOf(rows, gate);
        rows = [];
      }
      rows.push(row);
    }
  }
  if (rows.length > 0) yield passageOf(rows, gate);
}
