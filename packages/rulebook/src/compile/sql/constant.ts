import type { Integer } from "../../ir/integer.ts";
import { isNumeric, type Value, type ValueType } from "../../ir/value-type.ts";
import type { Dialect } from "./dialect.ts";

/** A whole number as a 64-bit integer; an untyped literal would be 32 bits wide in DuckDB and 8 in ClickHouse. */
export function integerText(value: Integer | bigint, dialect: Dialect): string {
  return dialect.integer(BigInt(value).toString());
}

/** A constant of the law. */
export function constantText(type: ValueType, value: Value, dialect: Dialect): string {
  if (isNumeric(type)) return integerText(value as Integer, dialect);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return dialect.text(String(value));
}

/** A value of the type that stands where there is none; nothing reads it. */
export function standIn(type: ValueType, dialect: Dialect): string {
  if (type.kind === "boolean") return "FALSE";
  if (type.kind === "list")
    return dialect.list.empty(isNumeric(type.of) ? "integer" : type.of.kind === "boolean" ? "boolean" : "text");
  return isNumeric(type) ? integerText(0, dialect) : dialect.text("");
}
