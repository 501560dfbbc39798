import { readFileSync } from "node:fs";
import path from "node:path";
import type { SeededFault } from "../../tools/campaign/planted.ts";

/** Defects of a kind that compilers of law have had; the campaign is to find every one of them. Files below packages/rulebook/src. */
export const seededFaults: readonly SeededFault[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "faults.json"), "utf8"),
);
