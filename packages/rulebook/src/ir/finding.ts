import type { Place } from "./place.ts";

/** One thing wrong with a source file: a stable id such as "table/gap", a place, and one sentence. */
export type Finding = {
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly at: Place;
  readonly sentence: string;
};
