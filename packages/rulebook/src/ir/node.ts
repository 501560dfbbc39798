import type { Bounds } from "./integer.ts";
import type { Place } from "./place.ts";
import type { ValueType } from "./value-type.ts";

/** What every expression node carries. `bounds` is present exactly when the type is held as an integer. */
export type Typed = { readonly type: ValueType; readonly bounds?: Bounds; readonly at: Place };
