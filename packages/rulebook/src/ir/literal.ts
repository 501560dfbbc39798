import type { Typed } from "./node.ts";
import type { Value } from "./value-type.ts";

/** A constant. A string value is text, a code or a country by `type`, or an integer beyond 2^53. */
export type Literal = Typed & { readonly kind: "literal"; readonly value: Value };
