import type { Input } from "./input.ts";

/** A JSON value that a model gives back; null is a result that does not exist. */
export type Result = number | string | boolean | null | readonly Result[] | { readonly [key: string]: Result };

/** One published calculation: one JSON object in, one out. Numbers in full precision, units as its vectors file says. */
export type Model = {
  readonly name: string;
  /** One sentence for `twinline model --help`. */
  readonly about: string;
  readonly compute: (input: Input) => { readonly [key: string]: Result };
};
