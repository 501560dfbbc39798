/** What may stand in an entry: RFC 8785 without null and without fractions (promises.md D3). */
export type Json = string | number | boolean | readonly Json[] | JsonObject;

export type JsonObject = { readonly [name: string]: Json };

/** Whether the value is an object of the body, not a list and not a scalar. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && !Array.isArray(value);
}

/** Fields with a value only: canonical bytes know no null, so what is absent is not written. */
export function present(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) kept[name] = value;
  return kept;
}
