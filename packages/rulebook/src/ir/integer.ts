/** An exact integer that survives JSON: a number up to 2^53 - 1 in size, a decimal string beyond. */
export type Integer = number | string;

/** Inclusive bounds proven for every value an expression can take, in the units the value is held in. */
export type Bounds = { readonly min: Integer; readonly max: Integer };

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** The integer as a bigint. */
export function toBigInt(integer: Integer): bigint {
  return BigInt(integer);
}

/** The bigint as JSON holds it. */
export function fromBigInt(value: bigint): Integer {
  return value >= -safe && value <= safe ? Number(value) : value.toString();
}

/** Whether every value within the bounds, and so its JavaScript form, is an exact number. */
export function isSafe(bounds: Bounds): boolean {
  return typeof bounds.min === "number" && typeof bounds.max === "number";
}
