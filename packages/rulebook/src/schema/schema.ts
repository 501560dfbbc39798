/** The part of JSON Schema (draft-07, as YAML editors read it) that the file format needs. */
export type Schema = {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly definitions?: { readonly [name: string]: Schema };
  readonly type?: "object" | "array" | "string" | readonly ("string" | "number" | "boolean")[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly pattern?: string;
  readonly properties?: { readonly [key: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly anyOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
};

/** A value that is written as one word or text: editors take numbers and booleans for what they look like. */
export const scalar: Schema = { type: ["string", "number", "boolean"] };
export const day: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
export const flag: Schema = { enum: [true, false] };

export function text(pattern?: string): Schema {
  return { type: "string", ...(pattern && { pattern }) };
}

export function word(...words: readonly (string | number)[]): Schema {
  return { enum: words };
}

export function listOf(items: Schema): Schema {
  return { type: "array", items };
}

/** A mapping from names to what is declared under them. */
export function named(of: Schema, names?: string): Schema {
  return { type: "object", additionalProperties: of, ...(names && { propertyNames: { pattern: names } }) };
}

export function shape(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}
