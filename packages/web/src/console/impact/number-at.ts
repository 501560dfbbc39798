type Path = readonly (string | number)[];

/** The number at a place of a JSON value, if there is one. */
export function numberAt(value: unknown, path: Path): number | undefined {
  const found = path.reduce<unknown>(
    (at, step) => (typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    value,
  );
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

/** A copy of the JSON value with the number at the place changed, or every number of the list that stands there. */
export function withNumber<T>(value: T, [step, ...rest]: Path, change: (number: number) => number): T {
  if (step === undefined) return everyNumber(value, change) as T;
  if (Array.isArray(value))
    return value.map((one, index) => (index === step ? withNumber(one, rest, change) : one)) as T;
  const fields = (typeof value === "object" && value !== null ? value : {}) as Record<string | number, unknown>;
  return { ...fields, [step]: withNumber(fields[step], rest, change) } as T;
}

function everyNumber(value: unknown, change: (number: number) => number): unknown {
  return Array.isArray(value) ? value.map((one) => everyNumber(one, change)) : change(Number(value));
}
