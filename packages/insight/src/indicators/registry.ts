import type { Texts } from "@twinline/rulebook";
import observationData from "../../data/indicators/observations.json" with { type: "json" };
import registryData from "../../data/indicators/registry.json" with { type: "json" };
import type { SourceMark } from "../atlas/atlas.ts";

/** What is measured, how, and which way is better. */
export type Indicator = {
  readonly code: string;
  readonly scheme: "official" | "five-flows" | "carec-cpmm" | "time-release" | "capacity" | "seed";
  readonly name: Texts;
  readonly definition: Texts;
  readonly unit: string;
  readonly frequency: "year" | "day" | "unknown";
  /** 1: more is better; -1: less is better; 0: neither. */
  readonly direction: 1 | -1 | 0;
  /** The flow it belongs to on the board of five flows (S0 II.A). */
  readonly flow?: "people" | "logistics" | "capital" | "technology" | "information";
  readonly source: string;
};

/** What is measured: a zone, a city, a border point, a mean over a region. */
export type IndicatorUnit = { readonly code: string; readonly name: Texts };

/** One figure as a source gives it. */
export type Observation = {
  readonly indicator: string;
  readonly unit: string;
  /** A year, a month as 2023-03, or as the source names it. */
  readonly period: string;
  /** null: the source or the search says that it is unknown. */
  readonly value: number | null;
  readonly source: string;
  readonly confidence: SourceMark;
  readonly qualifier?: "about" | "more than" | "less than" | "at most";
  readonly doubt?: Texts;
  /** false: shown with its doubt, never computed with. */
  readonly usable?: boolean;
  /** Number of the conflict in the book of law. */
  readonly conflict?: string;
};

export const indicators: readonly Indicator[] = registryData.indicators as readonly Indicator[];
export const indicatorUnits: readonly IndicatorUnit[] = registryData.units;
export const observations: readonly Observation[] = observationData.observations as readonly Observation[];
