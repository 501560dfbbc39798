import type { Place } from "../ir/place.ts";

/** A source file as a tree of texts with places: nothing is typed yet, `010` is still "010". */
export type Node = Scalar | Mapping | Sequence;

/** `placeOf(offset)` is where character `offset` of the text stands in the file. */
export type Scalar = {
  readonly kind: "scalar";
  readonly text: string;
  readonly at: Place;
  readonly placeOf: (offset: number) => Place;
};
export type Entry = { readonly key: Scalar; readonly value: Node };
export type Mapping = { readonly kind: "mapping"; readonly entries: readonly Entry[]; readonly at: Place };
export type Sequence = { readonly kind: "sequence"; readonly items: readonly Node[]; readonly at: Place };

/** The value under a key, if the mapping has it. */
export function findValue(mapping: Mapping, key: string): Node | undefined {
  return mapping.entries.find((entry) => entry.key.text === key)?.value;
}

/** A scalar that stands in no file of its own, placed where it was derived from. */
export function makeScalar(text: string, at: Place): Scalar {
  return { kind: "scalar", text, at, placeOf: () => at };
}
