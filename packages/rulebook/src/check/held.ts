import { fromBigInt, toBigInt } from "../ir/integer.ts";
import type { Value, ValueType } from "../ir/value-type.ts";
import { asScalar } from "../read/fields.ts";
import { hintNear } from "../read/near.ts";
import type { Node } from "../read/node.ts";
import { parseConstant } from "../read/scalar/constant.ts";
import { typeText } from "../read/scalar/type.ts";
import { readScalar } from "../read/values.ts";
import type { Context } from "./context.ts";

/** Reads a written value of a type whose scale is known, as it is held. */
export function readHeldValue(node: Node, name: string, type: ValueType, context: Context): Value | undefined {
  const { findings, codes } = context;
  const scalar = asScalar(node, name, findings);
  const constant = readScalar(scalar, typeText(type), (text) => parseConstant(type, text), findings);
  if (scalar === undefined || constant === undefined) return undefined;
  if (constant.kind === "integer") return fromBigInt(constant.value);
  if (constant.kind === "fraction" && (type.kind === "rate" || type.kind === "exchange")) {
    const scaled = constant.value.times * toBigInt(type.over);
    if (scaled % constant.value.over === 0n) return fromBigInt(scaled / constant.value.over);
    findings.error(
      "file/value",
      scalar.at,
      `Cannot read "${scalar.text}" as ${typeText(type)}: "${name}" never has this value`,
    );
    return undefined;
  }
  if (constant.kind === "fraction") return undefined;
  if (type.kind === "code") {
    const known = codes.get(type.list)?.values.map(({ code }) => code) ?? [];
    if (!known.includes(scalar.text)) {
      const hint = hintNear(scalar.text, known);
      findings.error(
        "type/code",
        scalar.at,
        `Cannot use "${scalar.text}" as ${typeText(type)}: the list has no such code${hint}`,
      );
      return undefined;
    }
  }
  return constant.value;
}
