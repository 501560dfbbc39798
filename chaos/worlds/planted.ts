import { readFileSync } from "node:fs";
import path from "node:path";
import { huntPlanted, type SeededFault, type Trail } from "../../tools/campaign/planted.ts";

const WORLDS = 40_000;
const TIME_MAX = 240_000;

/** Defects of a kind that ledgers of rights have had; the campaign is to find every one of them. Files from the root. */
export const seededFaults: readonly SeededFault[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "faults.json"), "utf8"),
);

/** Hunts for a broken promise on a copy with the fault planted, or on the sources as they are. */
export function huntIn(fault: SeededFault | undefined, seed: number): Promise<Trail> {
  return huntPlanted(fault, {
    sources: ["packages/zone/src", "chaos/worlds", "chaos/people"],
    within: ".",
    program: "chaos/worlds/trial.ts",
    args: [String(seed), String(WORLDS)],
    timeMs: TIME_MAX,
    endlessIsFound: false,
  });
}
