import type { CodeList } from "../ir/code-list.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { Findings } from "./findings.ts";
import { hintNear } from "./near.ts";
import type { Scalar } from "./node.ts";
import { parseType } from "./scalar/type.ts";
import { readScalar } from "./values.ts";

/** Reads a `type` key; a code list it names must be declared. */
export function readType(
  scalar: Scalar | undefined,
  codes: ReadonlyMap<string, CodeList>,
  findings: Findings,
): ValueType | undefined {
  const type = readScalar(scalar, "a type", parseType, findings);
  if (type?.kind !== "code" || codes.has(type.list)) return type;
  const hint = hintNear(type.list, codes.keys());
  findings.error(
    "name/unknown",
    scalar!.at,
    `Cannot use the type "code ${type.list}": no such code list is declared${hint}`,
  );
  return undefined;
}
