import { ERASURE_REQUEST, type ErasureRequest, erasureRequestOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

export type StoredRequest = ErasureRequest & { readonly entry: number; readonly inside: boolean };
type Columns = { person: string; visit: string; state: string; askedDay: number; dueDay: number; code: string | null };
type RequestRow = Columns & { entry: number; inside: boolean };

const COLUMNS = `r.person, r.visit, r.state, r.asked_day as "askedDay", r.due_day as "dueDay", r.code, r.entry,
  exists (select from stay s where s.key = r.key) as inside`;

/** Requests, open ones first, the most urgent first. */
export async function listRequests(queries: Queries, limit: number): Promise<readonly StoredRequest[]> {
  const { rows } = await queries.query<RequestRow>(
    `select ${COLUMNS} from ${ERASURE_REQUEST} r order by (r.state = 'open') desc, r.due_day, r.key limit $1`,
    [limit],
  );
  return rows.map(storedOf);
}

/** The newest request of a person. */
export async function findRequest(queries: Queries, person: string): Promise<StoredRequest | undefined> {
  const { rows } = await queries.query<RequestRow>(`select ${COLUMNS} from ${ERASURE_REQUEST} r where r.key = $1`, [
    person,
  ]);
  return rows[0] && storedOf(rows[0]);
}

function storedOf({ code, entry, inside, ...row }: RequestRow): StoredRequest {
  return { ...erasureRequestOf(code === null ? row : { ...row, code }), entry, inside };
}
