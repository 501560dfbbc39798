import type { Figure } from "../../ir/parameter.ts";
import type { ValueType } from "../../ir/value-type.ts";
import { constantText } from "./constant.ts";

/** A figure of the law; one that is not known is null, which FEEL has no better word for. */
export function figureText(type: ValueType, figure: Figure): string {
  return figure.kind === "known" ? constantText(type, figure.value) : "null";
}
