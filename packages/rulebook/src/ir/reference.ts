import type { Typed } from "./node.ts";

/** A fact of the event. An optional fact is read only where it is proven present. */
export type FactReference = Typed & { readonly kind: "fact"; readonly name: string };

/** The version of a parameter in force on the law date, and its key's figure if the parameter has a key. */
export type ParameterReference = Typed & { readonly kind: "parameter"; readonly name: string };

/** The value of a counter before this event. */
export type CounterReference = Typed & { readonly kind: "counter"; readonly name: string };

/** The value of another rule for the same event. */
export type RuleReference = Typed & { readonly kind: "rule"; readonly name: string };

/** The legal day of the event, days since 1970-01-01. */
export type LegalDay = Typed & { readonly kind: "legal-day" };

export type Reference = FactReference | ParameterReference | CounterReference | RuleReference | LegalDay;
