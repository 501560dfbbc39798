import { ModelInputError } from "../models/input.ts";

type Step = string | number;

/** "welfare[0]", "after.price": the steps to a part of a JSON value. */
function stepsOf(path: string): readonly Step[] {
  if (!/^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*|\.?"[^"]+"|\[\d+\])*$/.test(path))
    throw new ModelInputError(path, 'a path as netWelfare[0], after.price or tradeCreation."A" is expected');
  return [...path.matchAll(/"([^"]+)"|\[(\d+)\]|([A-Za-z][A-Za-z0-9]*)/g)].map(([, quoted, index, name]) =>
    index === undefined ? (quoted ?? name!) : Number(index),
  );
}

/** The number at a path of a result; a ModelInputError names the path where there is none. */
export function numberAt(value: unknown, path: string): number {
  let at = value;
  for (const step of stepsOf(path))
    at = typeof at === "object" && at !== null ? (at as Record<Step, unknown>)[step] : undefined;
  if (typeof at !== "number" || !Number.isFinite(at))
    throw new ModelInputError(path, "a number of the result is expected there");
  return at;
}

/** Whether the path leads to a number, or to a list. */
export function hasNumbers(value: unknown, path: string): boolean {
  let at = value;
  for (const step of stepsOf(path))
    at = typeof at === "object" && at !== null ? (at as Record<Step, unknown>)[step] : undefined;
  return typeof at === "number" || (Array.isArray(at) && at.length > 0);
}

/** A copy of the value with the numbers at the path changed: one number, or every number of a list. */
export function withNumbers(value: unknown, path: string, change: (number: number) => number): unknown {
  return changed(value, stepsOf(path), change, path);
}

function changed(
  value: unknown,
  [step, ...rest]: readonly Step[],
  change: (n: number) => number,
  path: string,
): unknown {
  if (step === undefined) return changedLeaf(value, change, path);
  if (Array.isArray(value) && typeof step === "number" && step < value.length)
    return value.map((each, index) => (index === step ? changed(each, rest, change, path) : each));
  if (typeof value !== "object" || value === null || Array.isArray(value) || !(step in value))
    throw new ModelInputError(path, "a number of the input, or a list of numbers, is expected there");
  return { ...value, [step]: changed((value as Record<Step, unknown>)[step], rest, change, path) };
}

function changedLeaf(value: unknown, change: (number: number) => number, path: string): unknown {
  if (typeof value === "number") return change(value);
  if (Array.isArray(value) && value.length > 0) return value.map((each) => changedLeaf(each, change, path));
  throw new ModelInputError(path, "a number of the input, or a list of numbers, is expected there");
}
