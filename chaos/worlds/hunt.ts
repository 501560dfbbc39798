import fc from "fast-check";
import { ACTION_MAX, live, type Model, tale } from "./model.ts";

const ACTIONS_LEAST = 1;
/** Most faults need few actions and many worlds; every eighth slice looks further. */
const ACTIONS_MOST = 22;
const ACTIONS_MOST_FAR = 64;
const FAR_EVERY = 8;
/** Worlds between two looks at the clock. */
const SLICE = 500;

/** What a hunt saw; `tale` is the smallest world found that breaks a promise. */
export type Hunted = {
  readonly worlds: number;
  readonly actions: number;
  readonly seed: number;
  readonly found?: { readonly broken: string; readonly world: readonly number[]; readonly tale: readonly string[] };
};

export type HuntOptions = { readonly seed: number; readonly worlds: number; readonly untilMs: number };

function worldsOf(maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: ACTION_MAX }), { minLength: ACTIONS_LEAST, maxLength, size: "max" });
}

const near = worldsOf(ACTIONS_MOST);
const far = worldsOf(ACTIONS_MOST_FAR);

/** Lives worlds until one breaks a promise, all were lived, or the time (performance.now()) is over. */
export function hunt<World>(model: Model<World>, { seed, worlds, untilMs }: HuntOptions): Hunted {
  let count = 0;
  let actions = 0;
  for (let slice = 0; count < worlds && performance.now() < untilMs; slice += 1) {
    const sliceSeed = (seed + slice * 7919) | 0;
    const outcome = fc.check(
      fc.property(slice % FAR_EVERY === FAR_EVERY - 1 ? far : near, (world) => {
        actions += world.length;
        return lived(model, world) === undefined;
      }),
      { seed: sliceSeed, numRuns: Math.min(SLICE, worlds - count) },
    );
    count += outcome.numRuns;
    if (outcome.failed) {
      const world = outcome.counterexample?.[0] ?? [];
      const broken = lived(model, world) ?? "a promise that is kept when asked again";
      return { worlds: count, actions, seed: sliceSeed, found: { broken, world, tale: safeTale(model, world) } };
    }
  }
  return { worlds: count, actions, seed };
}

/** What the product throws is a broken promise as well. */
function lived<World>(model: Model<World>, world: readonly number[]): string | undefined {
  try {
    return live(model, world);
  } catch (cause) {
    return `thrown: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

function safeTale<World>(model: Model<World>, world: readonly number[]): readonly string[] {
  try {
    return tale(model, world);
  } catch (cause) {
    return [`→ thrown: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
}
