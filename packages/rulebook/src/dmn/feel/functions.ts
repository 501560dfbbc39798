import type { RoundingMode } from "../../ir/rounding.ts";
import { noAnswer, outside } from "../problem.ts";
import { parseDate } from "./date.ts";
import { type FeelNumber, negate, numberText } from "./number.ts";
import { roundTo } from "./rounding.ts";
import type { Compiled } from "./scope.ts";
import { type FeelType, types, typeText, unify } from "./type.ts";
import { compareOrdered, type FeelValue, isList } from "./value.ts";

/** Decimal places before and after the point; beyond those of decimal128 engines differ. */
const scaleMax = 34;

/** A call of a built-in function; other arguments than its own, by number or type, are outside the profile. */
export function compileBuiltin(name: string, args: readonly Compiled[]): Compiled {
  const mode = modes.get(name);
  if (mode) return compileRounding(name, mode, args);
  switch (name) {
    case "min":
    case "max":
      return compileExtreme(name, args);
    case "not":
      return compileNot(args);
    case "abs":
      return compileAbs(args);
    case "date":
      return compileDate(args);
    default:
      return outside(`the function "${name}"`);
  }
}

const modes: ReadonlyMap<string, RoundingMode> = new Map([
  ["ceiling", "ceiling"],
  ["decimal", "half_even"],
  ["floor", "floor"],
  ["round down", "down"],
  ["round half down", "half_down"],
  ["round half up", "half_up"],
  ["round up", "up"],
]);

function compileRounding(name: string, mode: RoundingMode, args: readonly Compiled[]): Compiled {
  const [number, scale] = args;
  const isWhole = name === "floor" || name === "ceiling";
  expectTypes(name, args, isWhole && args.length === 1 ? [types.number] : [types.number, types.number]);
  const digits = scale ? readScale(name, scale) : 0;
  return onNumber(number!, (value) => roundTo(mode, value, digits));
}

function readScale(name: string, { constant }: Compiled): number {
  const scale = constant === undefined ? Number.NaN : Number(numberText(constant as FeelNumber));
  const fits = Number.isInteger(scale) && Math.abs(scale) <= scaleMax;
  return fits ? scale : outside(`"${name}" without a whole number as its scale`);
}

function compileAbs(args: readonly Compiled[]): Compiled {
  expectTypes("abs", args, [types.number]);
  return onNumber(args[0]!, (value) => (value.coefficient < 0n ? negate(value) : value));
}

function onNumber(of: Compiled, change: (value: FeelNumber) => FeelNumber): Compiled {
  return {
    type: types.number,
    run: (frame) => {
      const value = of.run(frame);
      return value === null ? null : change(value as FeelNumber);
    },
  };
}

function compileNot(args: readonly Compiled[]): Compiled {
  const [operand] = args;
  if (args.length !== 1 || operand!.type.kind !== "null") expectTypes("not", args, [types.boolean]);
  return {
    type: types.boolean,
    run: (frame) => {
      const value = operand!.run(frame);
      return value === null ? null : !value;
    },
  };
}

/** Of numbers or of dates, one by one or in one list. */
function compileExtreme(name: "min" | "max", args: readonly Compiled[]): Compiled {
  const [first] = args;
  const isOneList = args.length === 1 && first!.type.kind === "list";
  const type = args.reduce(
    (so: FeelType, { type }) => unify(so, type.kind === "list" && isOneList ? type.of : type, name),
    types.null,
  );
  if (type.kind !== "number" && type.kind !== "date") outside(`"${name}" of ${typeText(type)}`);
  const valuesOf = (frame: Parameters<Compiled["run"]>[0]): readonly FeelValue[] => {
    const values = args.map((each) => each.run(frame));
    return isOneList && isList(values[0]!) ? values[0] : values;
  };
  return { type, run: (frame) => extremeOf(name, valuesOf(frame)) };
}

function extremeOf(name: "min" | "max", values: readonly FeelValue[]): FeelValue {
  if (values.length === 0 || values.includes(null)) return noAnswer(`"${name}" of nothing or of null`);
  const wanted = name === "min" ? -1 : 1;
  return values.reduce((best, value) => (compareOrdered(value as never, best as never) === wanted ? value : best));
}

/** Only of a literal: what any other text means is known too late. */
function compileDate(args: readonly Compiled[]): Compiled {
  expectTypes("date", args, [types.string]);
  const text = args[0]!.constant;
  const value = typeof text === "string" ? parseDate(text) : undefined;
  if (value === undefined) return outside('"date" of anything but a day such as "2025-06-01"');
  return { type: types.date, run: () => value, constant: value };
}

function expectTypes(name: string, args: readonly Compiled[], wanted: readonly FeelType[]): void {
  const fits = args.length === wanted.length && args.every(({ type }, index) => type.kind === wanted[index]!.kind);
  if (!fits) outside(`"${name}" of ${args.map(({ type }) => typeText(type)).join(" and ") || "nothing"}`);
}
