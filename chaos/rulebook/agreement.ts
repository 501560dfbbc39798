import type { CheckedRulebook } from "../../packages/rulebook/src/ir/rulebook.ts";
import { type GeneratedInput, generateInput } from "../../packages/rulebook/src/testing/generated-inputs.ts";
import { generateRulebook } from "../../packages/rulebook/src/testing/generated-rulebook.ts";
import { randomOf } from "../../packages/rulebook/src/testing/random.ts";
import type { Engine } from "./engines.ts";
import { fitsColumns } from "./rows.ts";

/** Two engines that tell one input differently; `seed` makes the rulebook again. */
export type Difference = {
  readonly seed: number;
  readonly engine: string;
  readonly told: string;
  readonly expected: string;
};

export type Agreement = {
  readonly cases: number;
  readonly rulebooks: number;
  readonly unanswerable: number;
  readonly milliseconds: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
};

export type Scale = {
  readonly seed: number;
  readonly rulebooks: number;
  readonly rows: number;
  readonly stopAt: number;
};

/** Generated rulebooks, each decided by every engine on the same rows; the first engine is what the others are held to. */
export async function compareEngines(engines: readonly Engine[], scale: Scale): Promise<Agreement> {
  const milliseconds = new Map(engines.map(({ name }) => [name, 0]));
  const differences: Difference[] = [];
  let [cases, unanswerable, rulebooks] = [0, 0, 0];
  for (let turn = 0; turn < scale.rulebooks && differences.length < scale.stopAt; turn++) {
    const seed = scale.seed + turn;
    const random = randomOf(seed);
    const rulebook = generateRulebook(random);
    const inputs = inputsFor(rulebook, scale.rows, () => generateInput(rulebook, random));
    const told = new Map<string, readonly string[]>();
    for (const { name, tell } of engines) {
      const start = performance.now();
      told.set(name, await tell(rulebook, inputs).catch((error: unknown) => inputs.map(() => `thrown: ${error}`)));
      milliseconds.set(name, milliseconds.get(name)! + performance.now() - start);
    }
    const [expected] = told.values();
    for (const [engine, lines] of told) {
      const at = expected!.findIndex((line, index) => line !== lines[index]);
      if (at >= 0) differences.push({ seed, engine, told: String(lines[at]), expected: expected![at]! });
    }
    cases += inputs.length;
    rulebooks += 1;
    unanswerable += expected!.filter((line) => !line.includes(" = ")).length;
  }
  return { cases, rulebooks, unanswerable, milliseconds, differences };
}

function inputsFor(rulebook: CheckedRulebook, rows: number, next: () => GeneratedInput): GeneratedInput[] {
  const inputs: GeneratedInput[] = [];
  while (inputs.length < rows) {
    const input = next();
    if (fitsColumns(rulebook, input)) inputs.push(input);
  }
  return inputs;
}
