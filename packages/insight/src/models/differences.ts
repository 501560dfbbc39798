/** One number for a whole case, or by key of the result: the deepest key counts, `default` stands for the rest. */
export type Tolerance = number | { readonly [key: string]: number };

function allowed(tolerance: Tolerance, path: readonly string[]): number {
  if (typeof tolerance === "number") return tolerance;
  const key = [...path].reverse().find((part) => part in tolerance);
  return (key === undefined ? tolerance.default : tolerance[key]) ?? 0;
}

/**
 * Where an answer departs from what a vector expects, over the keys of the expectation only: numbers within the
 * tolerance, texts, booleans and null equal, lists of equal length and order.
 */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance: Tolerance,
  path: readonly string[] = [],
): readonly string[] {
  const place = path.join(".");
  if (typeof expected === "number") {
    const within = typeof actual === "number" && Math.abs(actual - expected) <= allowed(tolerance, path);
    return within ? [] : [`${place}: ${JSON.stringify(actual)}, expected ${expected}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${place}: a list of ${expected.length} is expected`];
    return expected.flatMap((value, index) => differences(actual[index], value, tolerance, [...path, String(index)]));
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null) return [`${place}: an object is expected`];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences((actual as Record<string, unknown>)[key], value, tolerance, [...path, key]),
    );
  }
  return actual === expected ? [] : [`${place}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`];
}
