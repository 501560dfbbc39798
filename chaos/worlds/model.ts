/**
 * A small world that is made of the product's own pure functions. An action is one integer: it means something by itself,
 * whatever came before, so that a world shrinks by leaving actions out and making numbers smaller.
 */
export type Model<World> = {
  readonly begin: () => World;
  /** Does the action; what it meant is told for the reader when `tell` is given. */
  readonly act: (world: World, action: number, tell?: (line: string) => void) => void;
  /** The first promise that the world breaks, or undefined; asked after every action. */
  readonly broken: (world: World) => string | undefined;
  /** Heals everything that can heal and says which promise is broken in the end. */
  readonly settle: (world: World) => string | undefined;
};

/** Actions are below this, so that each has room for its kind and its arguments. */
export const ACTION_MAX = 0x3fff_ffff;

/** Reads the arguments out of an action, one after the other. */
export class Dice {
  #rest: number;

  constructor(action: number) {
    this.#rest = action;
  }

  below(most: number): number {
    const value = this.#rest % most;
    this.#rest = Math.floor(this.#rest / most);
    return value;
  }
}

/** Does the actions of one world in order. Returns the promise it breaks first, with the step; undefined when it keeps all. */
export function live<World>(model: Model<World>, actions: readonly number[]): string | undefined {
  const world = model.begin();
  for (const [step, action] of actions.entries()) {
    model.act(world, action);
    const broken = model.broken(world);
    if (broken !== undefined) return `${broken} after action ${step + 1}`;
  }
  const broken = model.settle(world);
  return broken === undefined ? undefined : `${broken} in the end`;
}

/** The same told line by line. */
export function tale<World>(model: Model<World>, actions: readonly number[]): readonly string[] {
  const world = model.begin();
  const lines: string[] = [];
  for (const action of actions) {
    model.act(world, action, (line) => lines.push(line));
    const broken = model.broken(world);
    if (broken !== undefined) return [...lines, `→ ${broken}`];
  }
  const broken = model.settle(world);
  return [...lines, broken === undefined ? "→ every promise is kept" : `→ ${broken}, when all lines are mended`];
}
