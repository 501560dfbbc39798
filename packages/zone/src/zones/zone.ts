import type { Language, Texts } from "@twinline/rulebook";

/** One code that an officer may choose, with its words. */
export type Choice = { readonly code: string; readonly label: Texts };

/**
 * How a place may sell while the node cannot be reached. Beyond what is reserved nothing may be risked where the law sets a
 * cap: "bounded-risk" is for limits that the law lets a zone exceed (promises.md D8).
 */
export const offlinePolicies = ["refuse", "reserved-only", "bounded-risk"] as const;
export type OfflinePolicy = (typeof offlinePolicies)[number];

/** One of the two parts: whose law and clock hold there. */
export type ZoneSide = {
  readonly side: string;
  readonly title: Texts;
  /** IANA time zone from which the legal days to be signed are made. */
  readonly clock: string;
  readonly currency: string;
  /** Full names of the rulebooks by the kind of event they decide. */
  readonly rulebooks: { readonly [decides: string]: string };
};

export type Gate = {
  readonly gate: string;
  readonly side: string;
  readonly label: Texts;
  readonly lanes: readonly string[];
};

/** A category of goods as gates and tills offer it; `facts` are those that rulebooks read of it (tax class, article). */
export type GoodsCategory = Choice & {
  readonly headings: readonly string[];
  readonly facts: { readonly [fact: string]: string | boolean };
};

/** Kind of a document by the first characters of its machine-readable zone and its issuer; "*" fits any. */
export type DocumentRow = { readonly code: string; readonly issuer: string; readonly kind: string };

/** How one limit of a rulebook is shown: what was used, the cap, and the output that this passage adds. */
export type MeterRow = {
  readonly name: string;
  readonly used: string;
  readonly cap: string;
  readonly output?: string;
  readonly unit: string;
  readonly label: Texts;
};

/** What a node must know of its zone besides the law (rulebooks/<zone>/zone.yaml). Sides are named in lower case. */
export type Zone = {
  readonly zone: string;
  readonly title: Texts;
  readonly opened: string;
  /** In the order in which they are spoken at the zone; a printed pass has the first ones. */
  readonly languages: readonly Language[];
  readonly sides: readonly ZoneSide[];
  readonly gates: readonly Gate[];
  readonly documents: { readonly rows: readonly DocumentRow[]; readonly byHand: readonly string[] };
  readonly overrideReasons: readonly Choice[];
  /** Why a document is watched. */
  readonly watchReasons: readonly Choice[];
  readonly goods: readonly GoodsCategory[];
  readonly meters: { readonly [rulebook: string]: readonly MeterRow[] };
  /** How tills may sell while the node cannot be reached, by the rulebook of the exit. */
  readonly offlineSales: { readonly [rulebook: string]: OfflinePolicy };
  /** How stays are counted under an entry's rulebook, as the file states it: readStayTerms reads it with that law's figures. */
  readonly stays: { readonly [rulebook: string]: unknown };
};
