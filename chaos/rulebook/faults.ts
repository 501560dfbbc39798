import { readFileSync } from "node:fs";
import path from "node:path";

/** One defect as a patch of text: in `file` below packages/rulebook/src, the first `from` becomes `to`. */
export type SeededFault = { readonly name: string; readonly file: string; readonly from: string; readonly to: string };

/** Defects of a kind that compilers of law have had; the campaign is to find every one of them. */
export const seededFaults: readonly SeededFault[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "faults.json"), "utf8"),
);
