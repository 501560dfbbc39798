import type { Place } from "./place.ts";
import type { Texts } from "./texts.ts";

/** A closed list of codes, in the order of the file. */
export type CodeList = { readonly name: string; readonly values: readonly CodeValue[]; readonly at: Place };
export type CodeValue = { readonly code: string; readonly label: Texts };
