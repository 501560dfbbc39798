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

/** One text for one value, whatever order its fields were made in: how a list stands in a column of state. */
export function storedText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(storedText).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${storedText(value[name]!)}`).join(",")}}`;
}
