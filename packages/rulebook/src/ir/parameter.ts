import type { Citation } from "./instrument.ts";
import type { Bounds } from "./integer.ts";
import type { Place } from "./place.ts";
import type { Note, Texts } from "./texts.ts";
import type { Value, ValueType } from "./value-type.ts";

export type Confidence = "high" | "medium" | "low" | "unverified";

/** A figure of the law, or the honest statement that it is not known. `written` is the file's own spelling. */
export type Figure =
  | { readonly kind: "known"; readonly value: Value; readonly written: string }
  | { readonly kind: "unknown" };

/**
 * The figures in force from a day (days since 1970-01-01) until the next version. Take the figure of the key's
 * value, else `other`. Without a key there are no `keyed` figures and `other` is the figure; with a key over a
 * code list that is named in full, `other` is absent.
 */
export type ParameterVersion = {
  readonly from: number;
  readonly keyed: readonly KeyedFigure[];
  readonly other?: Figure;
  readonly source: readonly Citation[];
  readonly confidence: Confidence;
  readonly note?: Note;
  readonly at: Place;
};
export type KeyedFigure = { readonly key: string; readonly figure: Figure };

/** A dated constant; `by` is a required fact of code or country type. Versions are in ascending order of `from`. */
export type Parameter = {
  readonly name: string;
  readonly type: ValueType;
  readonly bounds?: Bounds;
  readonly by?: string;
  readonly versions: readonly ParameterVersion[];
  readonly label?: Texts;
  readonly note?: Note;
  readonly at: Place;
};
