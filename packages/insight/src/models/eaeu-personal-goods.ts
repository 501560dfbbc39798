import figures from "./figures.json" with { type: "json" };
import { type Input, ModelInputError } from "./input.ts";
import type { Model } from "./model.ts";

type Limits = {
  readonly freeValue: number;
  readonly freeWeight: number;
  readonly rate: number;
  readonly minimumPerKilogram: number;
};

/** Limits in force for a mode of carriage on a day: the latest version that had begun. */
function limitsOn(input: Input): Limits {
  const { modes } = figures.eaeu;
  const mode = modes[input.oneOf("mode", ["land", "air", "post"])];
  const day = input.day("date").toString();
  const inForce = mode.limits.filter((limit) => limit.from <= day).at(-1);
  if (!inForce) throw new ModelInputError("date", `limits are known from ${mode.limits[0]?.from ?? "no day"} on`);
  return {
    freeValue: inForce.value,
    freeWeight: inForce.weight,
    rate: mode.rate,
    minimumPerKilogram: mode.minimumPerKilogram,
  };
}

function limitsOf(input: Input): Limits {
  if (!input.has("freeValue") && !input.has("freeWeight")) return limitsOn(input);
  return {
    freeValue: input.number("freeValue"),
    freeWeight: input.number("freeWeight"),
    rate: figures.eaeu.rate,
    minimumPerKilogram: figures.eaeu.minimumPerKilogram,
  };
}

/** Customs duty of the Eurasian Economic Union above the duty-free limits (Council decisions 107/2017, 91/2018; law.md 7.3). */
export const eaeuPersonalGoods: Model = {
  name: "eaeu-personal-goods",
  about: "Duty of the Eurasian Economic Union on personal goods above the limits of value and weight",
  compute: (input) => {
    const { freeValue, freeWeight, ...found } = limitsOf(input);
    const rate = input.number("rate", found.rate);
    const minimumPerKilogram = input.number("minimumPerKilogram", found.minimumPerKilogram);
    const excessValue = Math.max(0, input.number("value") - freeValue);
    const excessWeight = Math.max(0, input.number("weight") - freeWeight);
    return {
      freeValue,
      freeWeight,
      excessValue,
      excessWeight,
      duty: Math.max(rate * excessValue, minimumPerKilogram * excessWeight),
    };
  },
};
