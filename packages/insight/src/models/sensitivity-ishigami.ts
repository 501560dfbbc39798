import { createChance } from "../traffic/random.ts";
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

const SAMPLE_MAX = 5_000_000;
type Point = readonly [number, number, number];

function ishigami([x1, x2, x3]: Point, a: number, b: number): number {
  return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1);
}

function analytic(a: number, b: number): Record<string, Result> {
  const pi4 = Math.PI ** 4;
  const variance = a ** 2 / 8 + (b * pi4) / 5 + (b ** 2 * pi4 ** 2) / 18 + 0.5;
  const first = [0.5 * (1 + (b * pi4) / 5) ** 2, a ** 2 / 8, 0] as const;
  const joint = (8 * b ** 2 * pi4 ** 2) / 225;
  return {
    mean: a / 2,
    variance,
    firstOrder: first.map((one) => one / variance),
    totalOrder: [first[0] + joint, first[1], joint].map((one) => one / variance),
  };
}

function mixed(point: Point, other: Point, column: number): Point {
  return [0, 1, 2].map((index) => (index === column ? other[index]! : point[index]!)) as unknown as Point;
}

const DIMENSIONS = 6;
/** The root above 1 of x^7 = x + 1: its powers lead evenly through six dimensions (Roberts 2018, the sequence R6). */
const ROOT = 1.1127756842787055;

/** Rows of both base samples that fill the cube evenly, moved as a whole by the seed (Cranley and Patterson 1976). */
function evenPoints(seed: number): (row: number) => readonly [Point, Point] {
  const chance = createChance(seed);
  const moved = Array.from({ length: DIMENSIONS }, () => chance.next());
  const steps = moved.map((_, index) => ROOT ** -(index + 1));
  return (row) => {
    const at = moved.map((start, index) => (2 * ((start + row * steps[index]!) % 1) - 1) * Math.PI);
    return [at.slice(0, 3), at.slice(3)] as unknown as readonly [Point, Point];
  };
}

/** First order by Saltelli (2010), total order by Jansen (1999), from two base samples and their three mixtures. */
function sampled(input: Input, a: number, b: number): Record<string, Result> {
  const size = input.integer("sampleSize");
  if (size < 2 || size > SAMPLE_MAX) throw new ModelInputError("sampleSize", `2 to ${SAMPLE_MAX} rows are expected`);
  const points = evenPoints(input.integer("seed"));
  let total = 0;
  let squares = 0;
  const first = [0, 0, 0];
  const whole = [0, 0, 0];
  for (let row = 0; row < size; row++) {
    const [one, other] = points(row);
    const atOne = ishigami(one, a, b);
    const atOther = ishigami(other, a, b);
    total += atOne + atOther;
    squares += atOne ** 2 + atOther ** 2;
    for (const column of [0, 1, 2]) {
      const atMixed = ishigami(mixed(one, other, column), a, b);
      first[column]! += atOther * (atMixed - atOne);
      whole[column]! += (atOne - atMixed) ** 2;
    }
  }
  const mean = total / (2 * size);
  const variance = squares / (2 * size) - mean ** 2;
  return {
    mean,
    variance,
    firstOrder: first.map((one) => one / size / variance),
    totalOrder: whole.map((one) => one / (2 * size) / variance),
  };
}

/** Variance-based sensitivity (Sobol 1993) of the Ishigami function: the check of our sensitivity estimators. */
export const sensitivityIshigami: Model = {
  name: "sensitivity-ishigami",
  about: "Sobol sensitivity indices of the Ishigami function, exact and sampled",
  compute: (input) => {
    const a = input.number("a");
    const b = input.number("b");
    return input.oneOf("method", ["analytic", "sampled"]) === "analytic" ? analytic(a, b) : sampled(input, a, b);
  },
};
