import type { ValueType } from "../../ir/value-type.ts";
import { parseConstant, rateFactOver } from "./constant.ts";
import { accept, type Reading, refuse } from "./reading.ts";

export type BigRange = { readonly min: bigint; readonly max: bigint };

/** Reads `0 kg..500 kg` as inclusive bounds in the units the type is held in. */
export function parseRange(type: ValueType, text: string): Reading<BigRange> {
  const ends = text.split("..");
  if (ends.length !== 2) return refuse('two ends such as "0..130" are expected');
  const [min, max] = ends.map((end) => parseEnd(type, end.trim()));
  if (!min!.ok) return refuse(`"${ends[0]!.trim()}" is wrong, ${min!.why}`);
  if (!max!.ok) return refuse(`"${ends[1]!.trim()}" is wrong, ${max!.why}`);
  if (min!.value > max!.value) return refuse("the first end is the greater one");
  return accept({ min: min!.value, max: max!.value });
}

function parseEnd(type: ValueType, text: string): Reading<bigint> {
  const constant = parseConstant(type, text);
  if (!constant.ok) return constant;
  if (constant.value.kind === "integer") return accept(constant.value.value);
  if (constant.value.kind !== "fraction") return refuse("the type has no order");
  const { times, over } = constant.value.value;
  const scaled = times * BigInt(rateFactOver);
  return scaled % over === 0n ? accept(scaled / over) : refuse("at most six decimals are possible");
}
