/** By what winners and losers can be told apart. */
export const dimensionNames = ["residence", "month", "gate", "category", "chapter"] as const;
export type DimensionName = (typeof dimensionNames)[number];

/** The column of a history that each dimension reads. */
export const dimensionColumns: { readonly [name in DimensionName]: string } = {
  residence: "nationality",
  month: "day",
  gate: "gate",
  category: "category",
  chapter: "hs",
};

/** A dimension over one replay: its keys, and the text that gives the key's number of a row in the fold. */
export type Dimension = { readonly name: string; readonly keys: readonly string[]; readonly index: string };
