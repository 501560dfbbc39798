import type { Schema } from "../schema/schema.ts";

/** Tells what each mapping of the document is by the schema's own names. */
export type Seen = (shape: string, value: { [key: string]: unknown }) => void;

/** Why a value does not fit a schema, by path; only the keywords that `Schema` has. */
export function validate(root: Schema, value: unknown, seen: Seen = () => {}): string[] {
  const check = (schema: Schema, part: unknown, at: string): string[] => {
    const faults = [...ownFaults(schema, part).map((fault) => `${at}: ${fault}`)];
    if (schema.$ref) {
      const name = schema.$ref.slice("#/definitions/".length);
      if (isMapping(part)) seen(name, part);
      faults.push(...check(root.definitions![name]!, part, at));
    }
    if (schema.anyOf && !schema.anyOf.some((each) => check(each, part, at).length === 0)) {
      faults.push(
        ...(schema.anyOf.length === 1 ? check(schema.anyOf[0]!, part, at) : [`${at}: fits none of the forms`]),
      );
    }
    if (schema.if)
      faults.push(...check(check(schema.if, part, at).length === 0 ? schema.then! : schema.else!, part, at));
    if (Array.isArray(part) && schema.items)
      faults.push(...part.flatMap((item, index) => check(schema.items!, item, `${at}/${index}`)));
    if (isMapping(part)) faults.push(...checkKeys(schema, part, at));
    return faults;
  };
  const checkKeys = (schema: Schema, part: { [key: string]: unknown }, at: string): string[] =>
    Object.entries(part).flatMap(([key, each]) => {
      const names = schema.propertyNames ? check(schema.propertyNames, key, `${at}/${key}`) : [];
      const own = schema.properties?.[key];
      const rest = schema.additionalProperties;
      if (own) return [...names, ...check(own, each, `${at}/${key}`)];
      if (rest === false) return [`${at}: has no key "${key}"`];
      return typeof rest === "object" ? [...names, ...check(rest, each, `${at}/${key}`)] : names;
    });
  return check(root, value, "");
}

function ownFaults(schema: Schema, value: unknown): string[] {
  const faults: string[] = [];
  const kind = Array.isArray(value) ? "array" : typeof value;
  if (schema.type && ![schema.type].flat().some((type) => type === kind)) faults.push(`is of type ${kind}`);
  if (schema.enum && !schema.enum.some((each) => each === value)) faults.push(`"${value}" is none of the words`);
  if (schema.pattern && typeof value === "string" && !new RegExp(schema.pattern, "u").test(value))
    faults.push(`"${value}" has another form`);
  if (schema.minItems !== undefined && Array.isArray(value) && value.length < schema.minItems) faults.push("is empty");
  if (schema.minProperties !== undefined && isMapping(value) && Object.keys(value).length < schema.minProperties)
    faults.push("is empty");
  for (const key of schema.required ?? [])
    if (isMapping(value) && !(key in value)) faults.push(`lacks the key "${key}"`);
  return faults;
}

function isMapping(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
