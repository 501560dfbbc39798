import { type Input, ModelInputError } from "./input.ts";
import type { Model } from "./model.ts";

/** Goalposts of the United Nations Development Programme's technical note: not law, part of the index's definition. */
const goalposts = { life: [20, 85], expectedSchooling: 18, meanSchooling: 15, income: [100, 75_000] } as const;

function cut(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function education(input: Input): number {
  const expected = cut(input.number("expectedSchooling") / goalposts.expectedSchooling);
  return (expected + cut(input.number("meanSchooling") / goalposts.meanSchooling)) / 2;
}

function income(input: Input): number {
  const value = input.number("incomePerCapita");
  if (!(value > 0)) throw new ModelInputError("incomePerCapita", "an income above 0 is expected");
  return value;
}

function given(input: Input, name: string, otherwise: () => number): number {
  return input.has(name) ? input.number(name) : otherwise();
}

/** Human Development Index: geometric mean of health, education and income. */
export const humanDevelopmentIndex: Model = {
  name: "human-development-index",
  about: "Human Development Index of the United Nations Development Programme",
  compute: (input) => {
    const [youngest, oldest] = goalposts.life;
    const [poorest, richest] = goalposts.income;
    const healthIndex = given(input, "healthIndex", () =>
      cut((input.number("lifeExpectancy") - youngest) / (oldest - youngest)),
    );
    const educationIndex = given(input, "educationIndex", () => education(input));
    const incomeIndex = given(input, "incomeIndex", () =>
      cut(Math.log(income(input) / poorest) / Math.log(richest / poorest)),
    );
    const humanIndex = given(input, "humanDevelopmentIndex", () =>
      Math.cbrt(healthIndex * educationIndex * incomeIndex),
    );
    return { healthIndex, educationIndex, incomeIndex, humanDevelopmentIndex: humanIndex };
  },
};
