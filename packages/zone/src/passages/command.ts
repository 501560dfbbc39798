import type { Covers } from "../sales/covers.ts";
import type { Author } from "../spine/concept.ts";

export type Direction = "in" | "out";

/** What the rules may know of a document: its kind and dates, never its number. Days are days since 1970-01-01. */
export type DocumentFacts = {
  readonly kind: string;
  /** ISO 3166-1 alpha-2; XX for none recorded. */
  readonly nationality: string;
  readonly bornDay?: number;
  readonly lastValidDay?: number;
};

/** One line of goods a traveller carries; value in fen, mass in grams. */
export type GoodsLine = {
  readonly hs: string;
  readonly category: string;
  readonly quantity: number;
  readonly massGrams: number;
  readonly valueMinor: number;
  readonly indivisible: boolean;
  /** Volume of drinks, millilitres. */
  readonly volumeMl?: number;
  /** Value in euro cent where the papers give one. */
  readonly valueEurMinor?: number;
  /** What the zone's file says of the category for the rulebooks: tax class, article, whether ever exempt. */
  readonly facts: { readonly [fact: string]: string | boolean };
};

/** What the watch lists say of a person. */
export type Watch = "none" | "refer" | "refuse";

/** A traveller as the spine knows her: the token of the vault and the facts of her document. */
export type TravellerFacts = { readonly person: string; readonly document: DocumentFacts; readonly watch: Watch };

/** A person passes the second line of this side, with a vehicle and goods or without. */
export type PassageCommand = {
  readonly kind: "passage";
  readonly by: Author;
  readonly direction: Direction;
  readonly gate: string;
  readonly lane: string;
  readonly traveller: TravellerFacts;
  readonly guardian?: TravellerFacts;
  readonly vehicle?: { readonly token: string; readonly country: string };
  /** The booking that the vehicle has in the queue of the road gate. */
  readonly held?: { readonly booking: string; readonly vin: string };
  readonly goods: readonly GoodsLine[];
  /** Sales that are carried out beside the goods; only on the way out. */
  readonly covers?: Covers;
  /** SHA-256 of the code that will be printed on the pass. */
  readonly pass?: string;
};
