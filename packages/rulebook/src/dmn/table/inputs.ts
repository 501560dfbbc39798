import { compileSyntax } from "../feel/compile.ts";
import { parseFeelCell } from "../feel/parse.ts";
import { type Compiled, type Frame, namesOf, type Scope } from "../feel/scope.ts";
import { compileCell } from "../feel/tests.ts";
import type { FeelType } from "../feel/type.ts";
import type { FeelValue } from "../feel/value.ts";
import { declareResult } from "../model/declared.ts";
import { feelTextOf } from "../model/definitions.ts";
import { compileAllowed, type ItemTypes } from "../model/item-types.ts";
import { compileText } from "../model/text.ts";
import { noAnswer, outside } from "../problem.ts";
import { type Element, findChild } from "../xml/element.ts";

/** Whether a rule's cell holds for the value of its column. */
export type CellTest = (value: FeelValue, frame: Frame) => boolean;

/** A column of conditions: its expression, which gives no answer for a value outside the column's own values. */
export function compileInput(element: Element, scope: Scope, items: ItemTypes): Compiled {
  const expression = findChild(element, "inputExpression") ?? outside("a column without an expression");
  const value = declareResult(compileText(expression, scope), items.find(expression.attributes.get("typeRef")));
  const { kind } = value.type;
  if (kind === "list" || kind === "context" || kind === "null") outside(`a column of type ${kind}`);
  const allowed = findChild(element, "inputValues");
  if (allowed === undefined) return value;
  const passes = compileAllowed(allowed, value.type);
  return {
    type: value.type,
    run: (frame) => {
      const own = value.run(frame);
      return passes(own, frame) === true ? own : noAnswer("a value that its column does not allow");
    },
  };
}

/** A cell holds only when its tests are true; null does not hold. Of null under `not` engines differ. */
export function compileInputEntry(element: Element, type: FeelType, scope: Scope): CellTest {
  const cell = compileCell(parseFeelCell(feelTextOf(element), namesOf(scope)), type, (node) =>
    compileSyntax(node, scope),
  );
  if (cell === "any") return () => true;
  if (typeof cell === "function") return (value, frame) => cell(value, frame) === true;
  return (value, frame) => {
    const hit = cell.not(value, frame);
    return value === null && hit === false ? noAnswer("null in a cell with not(…)") : hit === false;
  };
}
