import { type Sale, saleOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Sales of one visit that one answer shows. */
export const VISIT_SALES_MAX = 200;

export type StoredSale = Sale & { readonly id: string; readonly isOut: boolean; readonly at: Temporal.Instant };

const COLUMNS = `s.key as id, s.person, s.device, s.reservation, s.visit, s.entry, s.hash, s.lines, x.key is not null as "isOut", e.at`;

/** Recorded sales by id; those that are not known are absent. */
export async function findSales(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, StoredSale>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<SaleRow>(
    `select ${COLUMNS} from sale s join entry e on e.number = s.entry left join sale_exit x on x.key = s.key
     where s.key = any($1)`,
    [ids],
    "sales",
  );
  return new Map(rows.map(storedOf).map((sale) => [sale.id, sale]));
}

/** Which of these numbers of devices have arrived. */
export async function findArrived(db: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await db.query<{ key: string }>("select key from capture where key = any($1)", [ids], "arrived");
  return new Set(rows.map(({ key }) => key));
}

/** Sales of one visit, oldest first. */
export async function visitSales(db: Queries, person: string, visit: string): Promise<readonly StoredSale[]> {
  const { rows } = await db.query<SaleRow>(
    `select ${COLUMNS} from sale s join entry e on e.number = s.entry left join sale_exit x on x.key = s.key
     where s.person = $1 and s.visit = $2 order by s.entry limit $3`,
    [person, visit, VISIT_SALES_MAX],
    "visit-sales",
  );
  return rows.map(storedOf);
}

type SaleRow = Record<string, string | number> & { id: string; isOut: boolean; at: Temporal.Instant };

function storedOf({ id, isOut, at, ...row }: SaleRow): StoredSale {
  return { ...saleOf(row as Record<string, string | number>), id, isOut, at };
}
