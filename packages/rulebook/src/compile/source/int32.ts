import type { Bounds } from "../../ir/integer.ts";

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/** Whether every value is a 32-bit integer, with room for `more` on either side: engines then compute without doubles. */
export function fitsInt32(bounds: Bounds | undefined, more = 0): boolean {
  return bounds !== undefined && Number(bounds.min) - more >= int32.min && Number(bounds.max) + more <= int32.max;
}
