/** Keys that follow from other figures or from where a text stands, and not from its wording. */
const derived = new Set(["at", "bounds", "wide", "over", "definition", "closed"]);

/** Any IR value as text without what is derived: two wordings that say the same compare equal. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, function (this: { kind?: unknown }, key, inner: unknown) {
    if (derived.has(key)) return undefined;
    // A rounding is told by `exact`; its numerator and the scales below it change with the figures.
    if (this.kind === "round" && (key === "numerator" || key === "divisor")) return undefined;
    return this.kind === "scale" && key === "by" ? undefined : inner;
  });
}
