import { compileFeel } from "../feel/compile.ts";
import type { Compiled, Scope } from "../feel/scope.ts";
import { outside } from "../problem.ts";
import { type Element, findChild } from "../xml/element.ts";
import { feelTextOf } from "./definitions.ts";

/** The FEEL text of a literal expression, input expression or entry. */
export function compileText(element: Element, scope: Scope): Compiled {
  if (findChild(element, "importedValues")) outside("imported values");
  return compileFeel(feelTextOf(element), scope);
}
