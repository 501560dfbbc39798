import fc from "fast-check";

/** A word that no answer and no log line may repeat (promises.md P24). */
export const CANARY = "ZHANARCANARY";

/** A field that no schema lists; a refusal names it. */
const UNLISTED = "unlisted";

/** Values that no field of ours takes, or that people with bad intent try (promises.md §4). */
const nasty: readonly unknown[] = [
  null,
  [],
  {},
  "",
  -1,
  1.5,
  9_007_199_254_740_991,
  true,
  CANARY.repeat(500),
  `' or 1=1; drop table entry; --${CANARY}`,
  `${CANARY}\u202e\u200f\u0000`,
  "e\u0301\u1100\u1161",
  "../../../etc/passwd",
  { __proto__: null, constructor: { prototype: { polluted: CANARY } } },
  [[[[[CANARY]]]]],
];

type Json = unknown;

/** A value with one place of it changed: replaced, taken away, or joined by a field nobody listed. */
export function spoiled(value: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.tuple(value, fc.nat(), fc.constantFrom(...nasty), fc.nat({ max: 2 })).map(([whole, at, bad, way]) => {
    const places = placesOf(whole, []);
    const place = places[at % places.length] ?? [];
    if (place.length === 0) return bad;
    return changed(whole, place, (parent, name) => {
      if (way === 0) Reflect.set(parent, name, bad);
      else if (way === 1) Reflect.deleteProperty(parent, name);
      else Reflect.set(parent, Array.isArray(parent) ? name : UNLISTED, bad);
    });
  });
}

function placesOf(value: Json, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, one]) => placesOf(one, [...path, name]))];
}

function changed(whole: Json, path: readonly string[], change: (parent: object, name: string) => void): Json {
  const copy = structuredClone(whole);
  let parent = copy as Record<string, Json>;
  for (const name of path.slice(0, -1)) parent = parent[name] as Record<string, Json>;
  change(parent, path.at(-1) ?? "");
  return copy;
}
