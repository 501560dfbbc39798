import { ModelInputError } from "./input.ts";
import type { Model } from "./model.ts";

/** Below this a difference of quantities is a rounding of doubles, not a shortfall. */
const NEGLIGIBLE_KG = 1e-9;

/** Write-off of bonded materials by unit consumption = net / (1 − loss rate) (GACC rule, E192). */
export const processingWriteOff: Model = {
  name: "processing-write-off",
  about: "Write-off of bonded materials used up in processing trade",
  compute: (input) => {
    const net = input.number("netConsumption");
    const lossRate = input.number("lossRate");
    if (lossRate >= 1) throw new ModelInputError("lossRate", "a share below 1 is expected");
    const bondedShare = input.number("bondedShare", 1);
    const exported = input.number("exportQuantity");
    const unitConsumption = net / (1 - lossRate);
    const theoreticalConsumption = exported * unitConsumption * bondedShare;
    const processLossQuantity = exported * (unitConsumption - net) * bondedShare;
    const gone = ["returnedQuantity", "destroyedQuantity", "transferredQuantity"].reduce(
      (sum, name) => sum + input.number(name, 0),
      0,
    );
    const difference = input.number("importedQuantity") - theoreticalConsumption - gone;
    const remainingQuantity = Math.abs(difference) < NEGLIGIBLE_KG ? 0 : difference;
    return {
      unitConsumption,
      theoreticalConsumption,
      processLossQuantity,
      remainingQuantity,
      shortfall: remainingQuantity < 0,
    };
  },
};
