import { type Schema, shape } from "./schema.ts";
import { type Shape, shapes } from "./shapes.ts";

/**
 * JSON Schema (draft-07) of rulebook and reform files, for completion and hover in editors. It knows keys, words and
 * the look of days and names; what the values mean is the checker's: a file that fits the schema may still be refused.
 */
export function rulebookSchema(): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Twinline rulebook, language 1",
    if: { type: "object", required: ["reform"] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: shape("reform"),
    else: shape("rulebook"),
    definitions: Object.fromEntries(Object.entries(shapes).map(([name, each]) => [name, schemaOf(each)])),
  };
}

function schemaOf({ keys, open }: Shape): Schema {
  const entries = Object.entries(keys);
  const required = entries.filter(([, { must }]) => must).map(([key]) => key);
  return {
    type: "object",
    properties: Object.fromEntries(
      entries.map(([key, { says, is }]) => [
        key,
        is.$ref ? { description: says, anyOf: [is] } : { description: says, ...is },
      ]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: open ?? false,
  };
}
