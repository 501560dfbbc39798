import { parseFeelCell } from "../feel/parse.ts";
import type { Compiled, Frame, Scope } from "../feel/scope.ts";
import { type FeelType, types, unify } from "../feel/type.ts";
import { equals, type FeelValue } from "../feel/value.ts";
import { declareResult } from "../model/declared.ts";
import { feelTextOf, nameOf } from "../model/definitions.ts";
import { compileAllowed, type ItemTypes } from "../model/item-types.ts";
import { compileText } from "../model/text.ts";
import { noAnswer, outside } from "../problem.ts";
import { type Element, findChild } from "../xml/element.ts";

/** A column of results: one entry a rule, and what stands when no rule holds. */
export type OutputColumn = {
  readonly name: string | undefined;
  readonly type: FeelType;
  readonly entries: readonly ((frame: Frame) => FeelValue)[];
  readonly otherwise: ((frame: Frame) => FeelValue) | undefined;
  /** The column's values from the most to the least important. */
  readonly order: readonly FeelValue[] | undefined;
};

/** Types the entries of one output column under its declared type and output values. */
export function compileOutput(
  element: Element,
  entries: readonly Element[],
  scope: Scope,
  items: ItemTypes,
): OutputColumn {
  const declared = items.find(element.attributes.get("typeRef"));
  const fallback = findChild(element, "defaultOutputEntry");
  const compile = (entry: Element) => declareResult(compileText(entry, scope), declared);
  const cells = entries.map(compile);
  const otherwise = fallback && compile(fallback);
  const type = [...cells, ...(otherwise ? [otherwise] : [])].reduce(
    (so: FeelType, cell) => unify(so, cell.type, "outputs"),
    types.null,
  );
  const values = findChild(element, "outputValues");
  const check = checkOf(values, type);
  return {
    name: element.attributes.has("name") ? nameOf(element) : undefined,
    type,
    entries: cells.map((cell) => check(cell)),
    otherwise: otherwise && check(otherwise),
    order: values && orderOf(values),
  };
}

function checkOf(values: Element | undefined, type: FeelType): (cell: Compiled) => (frame: Frame) => FeelValue {
  if (values === undefined) return (cell) => cell.run;
  const passes = compileAllowed(values, type);
  return (cell) => (frame) => {
    const value = cell.run(frame);
    return passes(value, frame) === true ? value : noAnswer("an output that its column does not allow");
  };
}

/** Only a list of literals is an order. */
function orderOf(values: Element): readonly FeelValue[] | undefined {
  const cell = parseFeelCell(feelTextOf(values), { names: new Set(), properties: new Set() });
  if (cell.kind !== "tests") return undefined;
  const literals = cell.tests.flatMap((test) =>
    test.kind === "compare" && test.sign === "=" && test.operand.kind === "literal" ? [test.operand.value] : [],
  );
  if (literals.length < cell.tests.length) return undefined;
  const isDistinct = literals.every((one, at) => literals.findIndex((each) => equals(each, one)) === at);
  return isDistinct ? literals : outside("output values that name one value twice");
}
