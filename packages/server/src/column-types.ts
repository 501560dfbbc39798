import pg from "pg";

type Parser = (text: string) => unknown;

/** OIDs of pg_type; not all are in the enumeration of the driver's types. */
const INT8 = 20;
const TEXT_ARRAY = 1009;
const INT8_ARRAY = 1016;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

const builtin = pg.types.getTypeParser as (oid: number, format?: "text" | "binary") => Parser;

const parsers = new Map<number, Parser>([
  [INT8, parseInt8],
  [INT8_ARRAY, (text) => (builtin(TEXT_ARRAY)(text) as string[]).map(parseInt8)],
  [DATE, (text) => Temporal.PlainDate.from(text)],
  [TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
]);

/** bigint → safe integer, date → PlainDate, timestamptz → Instant; everything else as `pg` gives it. */
export const columnTypes = {
  getTypeParser(oid: number, format?: "text" | "binary"): Parser {
    return (format !== "binary" && parsers.get(oid)) || builtin(oid, format);
  },
};

/** Values for `pg`, which would write a Temporal value as quoted JSON. Arrays are converted element by element. */
export function columnValue(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  return Array.isArray(value) ? value.map(columnValue) : value;
}

/** @throws RangeError above 2^53, where a number would be silently rounded */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Cannot read the bigint "${text}": it is not a safe integer`);
  return value;
}
