import fc from "fast-check";

/** JSON Schema as TypeBox writes it, as far as the contract uses it. */
export type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly const?: string | number | boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

const FREE_TEXT_MAX = 40;
const ITEMS_MAX = 4;
const INTEGER_MAX = 1_000_000;

/** Words that mean something at gate CN-1 of Khorgos: with them nonsense gets past the first question and deeper in. */
const wellKnown: Readonly<Record<string, fc.Arbitrary<string>>> = {
  gate: fc.constant("CN-1"),
  lane: fc.constant("1"),
  kind: fc.constantFrom("passport", "prc_id_card", "kz_id_card"),
  nationality: fc.constantFrom("KZ", "CN"),
  number: fc.stringMatching(/^N\d{8}$/),
  born: fc.constant("1990-05-17"),
  expires: fc.constantFrom("2035-01-01", "2001-01-01"),
  category: fc.constantFrom("clothing", "alcohol"),
  plate: fc.stringMatching(/^\d{3}[A-Z]{3}\d{2}$/),
  zone: fc.constant("khorgos"),
  side: fc.constant("cn"),
  name: fc.constantFrom("arrival", "departure"),
  act: fc.constantFrom("passage.override/1", "person.erase"),
};

/** Values that the schema allows: the grammar of a route, spoken at random. */
export function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(arbitraryOf));
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array": {
      const maxLength = Math.min(schema.maxItems ?? ITEMS_MAX, ITEMS_MAX);
      return fc.array(arbitraryOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength });
    }
    case "string":
      return textOf(schema);
    case "integer":
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? INTEGER_MAX });
    case "number":
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? INTEGER_MAX, noNaN: true });
    case "boolean":
      return fc.boolean();
    default:
      return fc.oneof(fc.string({ maxLength: FREE_TEXT_MAX }), fc.integer(), fc.boolean());
  }
}

function objectOf({ properties = {}, required = [], patternProperties = {} }: JsonSchema): fc.Arbitrary<object> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const value = fieldOf(name, schema).map((one) => ({ [name]: one }));
    // NOTE: mostly absent: each present one is a chance to be refused before the next is looked at.
    return required.includes(name)
      ? value
      : fc.oneof({ weight: 1, arbitrary: value }, { weight: 2, arbitrary: fc.constant({}) });
  });
  const record = fc.tuple(...fields).map((parts): object => Object.assign({}, ...parts));
  const [pattern] = Object.values(patternProperties);
  if (pattern === undefined) return record;
  const names = fc.stringMatching(/^[a-z_]{1,12}$/);
  return fc.tuple(record, fc.dictionary(names, arbitraryOf(pattern), { maxKeys: ITEMS_MAX })).map(([known, more]) => {
    return { ...more, ...known };
  });
}

/** A field's grammar, and mostly one of the words that mean something there. */
export function fieldOf(name: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  const word = schema.type === "string" ? wellKnown[name] : undefined;
  if (word === undefined) return arbitraryOf(schema);
  return fc.oneof({ weight: 1, arbitrary: arbitraryOf(schema) }, { weight: 6, arbitrary: word });
}

function textOf({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: JsonSchema): fc.Arbitrary<string> {
  if (pattern === undefined)
    return fc.string({ minLength, maxLength: Math.min(maxLength, FREE_TEXT_MAX), unit: "grapheme" });
  // NOTE: the generator knows no \p{…}; letters and digits of ASCII stand for them.
  const plain = pattern.replaceAll("\\p{L}", "A-Za-z").replaceAll("\\p{N}", "0-9");
  return fc.stringMatching(new RegExp(plain)).filter((text) => text.length <= maxLength);
}
