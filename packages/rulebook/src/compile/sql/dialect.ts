/** The engines replay runs on. */
export type DialectName = "duckdb" | "postgres" | "clickhouse";

/**
 * How an engine spells the little SQL that is emitted: integers, booleans and text only. No decimal, double,
 * interval, `round` or `%` of a negative ever reaches an engine: each of them differs between engines (spec §14).
 */
export type Dialect = {
  readonly name: DialectName;
  readonly text: (value: string) => string;
  /** Matches a text constant, to find the names outside of texts. */
  readonly textPattern: RegExp;
  /** Integer quotient of a >= 0 and b > 0. */
  readonly divide: (a: string, b: string) => string;
  /** The expression as a 64-bit integer; `nullable` for an optional fact. */
  readonly integer: (text: string, nullable?: boolean) => string;
  /** The expression as a boolean: in ClickHouse a comparison is a number. */
  readonly boolean: (text: string) => string;
  /** Year, month and day of days since 1970-01-01. */
  readonly year: (days: string) => string;
  readonly month: (days: string) => string;
  readonly day: (days: string) => string;
  /** Ends a level that the planner must not dissolve: PostgreSQL would write its text out wherever it is read. */
  readonly fence: string;
  /** A list of one value, the empty list of the type, and lists joined. */
  readonly list: {
    readonly of: (value: string) => string;
    readonly empty: (type: "text" | "integer" | "boolean") => string;
    readonly join: (lists: readonly string[]) => string;
  };
};

/** A column name; every name of a rulebook is checked, the marks `!` and `#` are ours. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const quoteText = (value: string) => `'${value.replaceAll("'", "''")}'`;

const duckdb: Dialect = {
  name: "duckdb",
  text: quoteText,
  textPattern: /'(?:[^']|'')*'/g,
  divide: (a, b) => `(${a} // ${b})`,
  integer: (text) => `(${text})::BIGINT`,
  boolean: (text) => text,
  year: (days) => `year(DATE '1970-01-01' + (${days})::INTEGER)`,
  month: (days) => `month(DATE '1970-01-01' + (${days})::INTEGER)`,
  day: (days) => `day(DATE '1970-01-01' + (${days})::INTEGER)`,
  fence: "",
  list: {
    of: (value) => `[${value}]`,
    empty: (type) => `[]::${{ text: "VARCHAR", integer: "BIGINT", boolean: "BOOLEAN" }[type]}[]`,
    join: (lists) => lists.reduce((all, list) => `list_concat(${all}, ${list})`),
  },
};

const postgres: Dialect = {
  name: "postgres",
  text: quoteText,
  textPattern: /'(?:[^']|'')*'/g,
  divide: (a, b) => `(${a} / ${b})`,
  integer: (text) => `(${text})::bigint`,
  boolean: (text) => text,
  year: (days) => `extract(year from DATE '1970-01-01' + (${days})::int)::bigint`,
  month: (days) => `extract(month from DATE '1970-01-01' + (${days})::int)::bigint`,
  day: (days) => `extract(day from DATE '1970-01-01' + (${days})::int)::bigint`,
  fence: " OFFSET 0",
  list: {
    of: (value) => `ARRAY[${value}]`,
    empty: (type) => `ARRAY[]::${{ text: "text", integer: "bigint", boolean: "boolean" }[type]}[]`,
    join: (lists) => `(${lists.join(" || ")})`,
  },
};

const clickhouse: Dialect = {
  name: "clickhouse",
  textPattern: /'(?:[^'\\]|\\.)*'/g,
  text: (value) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  // NOTE: ClickHouse works out branches of a CASE that are not taken, where a divisor may be 0.
  divide: (a, b) => `intDivOrZero(${a}, ${b})`,
  boolean: (text) => `CAST(${text} AS Bool)`,
  integer: (text, nullable) => (nullable ? `CAST(${text} AS Nullable(Int64))` : `toInt64(${text})`),
  year: (days) => `toInt64(toYear(toDate32(toInt32(${days}))))`,
  month: (days) => `toInt64(toMonth(toDate32(toInt32(${days}))))`,
  day: (days) => `toInt64(toDayOfMonth(toDate32(toInt32(${days}))))`,
  fence: "",
  list: {
    of: (value) => `[${value}]`,
    empty: (type) => `CAST([] AS Array(${{ text: "String", integer: "Int64", boolean: "Bool" }[type]}))`,
    join: (lists) => `arrayConcat(${lists.join(", ")})`,
  },
};

export const dialects: { readonly [name in DialectName]: Dialect } = { duckdb, postgres, clickhouse };
