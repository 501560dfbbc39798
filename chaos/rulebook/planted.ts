import { huntPlanted, type SeededFault, type Trail } from "../../tools/campaign/planted.ts";

const TIME_MAX = 60_000;

/** Hunts for a difference between back ends on a copy with the fault planted, or on the sources as they are. */
export function huntIn(fault: SeededFault | undefined, seed: number): Promise<Trail> {
  return huntPlanted(fault, {
    sources: ["packages/rulebook/src", "chaos/rulebook"],
    within: "packages/rulebook/src",
    program: "chaos/rulebook/hunt.ts",
    args: [String(seed)],
    timeMs: TIME_MAX,
    endlessIsFound: true,
  });
}
