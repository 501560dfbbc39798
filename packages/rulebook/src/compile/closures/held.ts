import type { Integer } from "../../ir/integer.ts";
import type { Value } from "../../ir/value-type.ts";
import type { Held } from "../decision.ts";
import type { Step } from "./run.ts";

/** A step that gives a number as a bigint or back; the bounds have proven that nothing is lost. */
export function convert(step: Step, from: boolean, to: boolean): Step {
  if (from === to) return step;
  return to ? (run) => BigInt(step(run)) : (run) => Number(step(run));
}

/** A constant of the IR in the form it is held in. */
export function holdConstant(value: Value, numeric: boolean, wide: boolean): Held {
  if (!numeric) return value;
  return wide ? BigInt(value as Integer) : Number(value);
}
