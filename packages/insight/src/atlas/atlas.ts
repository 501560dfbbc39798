import type { Texts } from "@twinline/rulebook";
import corridorData from "../../data/atlas/corridors.json" with { type: "json" };
import exampleData from "../../data/atlas/examples.json" with { type: "json" };
import linkData from "../../data/atlas/links.json" with { type: "json" };
import placeData from "../../data/atlas/places.json" with { type: "json" };
import regionData from "../../data/atlas/regions.json" with { type: "json" };
import zoneData from "../../data/atlas/zones.json" with { type: "json" };

/** H, M, L, U as in the book of figures; D derived by us; A our own assumption. */
export type SourceMark = "H" | "M" | "L" | "U" | "D" | "A";

/** Where a statement is from, how sure it is, and what speaks against it. */
export type Sourced = { readonly source: string; readonly confidence: SourceMark; readonly doubt?: Texts };

export type Province = Sourced & { readonly code: string; readonly name: Texts };
export type Neighbour = Sourced & { readonly code: string; readonly code3: string; readonly name: Texts };
export type Count = Sourced & { readonly what: Texts; readonly value: number };

/** `at` is a place on a schematic of 100 by 100, west to the left and north above: neither coordinates nor a map. */
export type Place = Sourced & {
  readonly code: string;
  readonly country: string;
  readonly province?: string;
  readonly kind: "city" | "port";
  readonly name: Texts;
  readonly at: { readonly x: number; readonly y: number };
};

export type AtlasLink = Sourced & {
  readonly from: string;
  readonly to: string;
  /** `pair`: two ports across a border; `corridor`: neighbours on a named corridor; `inland`: not checked. */
  readonly kind: "pair" | "corridor" | "inland";
  readonly modes: readonly ("rail" | "road")[];
};

export type AtlasZone = Sourced & {
  readonly code: string;
  readonly kind: "border-zone" | "pilot-zone" | "cross-border-zone" | "proposed-cross-border-zone";
  readonly name: Texts;
  readonly place: string | null;
  readonly provinces: readonly string[];
  readonly neighbours: readonly string[];
  readonly since?: string;
  readonly areaKm2?: number;
  readonly pairedPort?: string;
};

export type Corridor = Sourced & { readonly code: string; readonly name: Texts; readonly stops: readonly string[] };
export type Platform = Sourced & { readonly code: string; readonly name: Texts };
export type Layout = Sourced & { readonly provinces: readonly string[]; readonly towards: Texts };

export type RoleName = "central" | "port" | "axis";
export type RoleExamples = {
  readonly role: RoleName;
  readonly name: Texts;
  readonly examples: readonly { readonly place: string; readonly named: string }[];
  readonly source: string;
};

export type Atlas = {
  readonly provinces: readonly Province[];
  readonly neighbours: readonly Neighbour[];
  readonly counts: readonly Count[];
  readonly places: readonly Place[];
  readonly links: readonly AtlasLink[];
  readonly zones: readonly AtlasZone[];
  readonly corridors: readonly Corridor[];
  readonly platforms: readonly Platform[];
  readonly layout: readonly Layout[];
  readonly examples: readonly RoleExamples[];
};

/** Places, zones, links and layout of the land border as the sources tell them (R33, R34). No outlines, no claims. */
export const atlas: Atlas = {
  provinces: regionData.provinces as readonly Province[],
  neighbours: regionData.neighbours as readonly Neighbour[],
  counts: regionData.counts as readonly Count[],
  places: placeData.places as readonly Place[],
  links: linkData.links as readonly AtlasLink[],
  zones: zoneData.zones as readonly AtlasZone[],
  corridors: corridorData.corridors as readonly Corridor[],
  platforms: corridorData.platforms as readonly Platform[],
  layout: corridorData.layout as readonly Layout[],
  examples: exampleData.roles as readonly RoleExamples[],
};
