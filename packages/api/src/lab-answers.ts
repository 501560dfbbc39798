import type { Texts } from "./codes.ts";

/** Where a statement is from, how sure it is (H, M, L, U as in the book of figures; D derived, A assumed), what speaks against it. */
export type Sourced = { readonly source: string; readonly confidence: string; readonly doubt?: Texts };

/** GET /api/indicators. */
export type IndicatorBoard = {
  readonly indicators: readonly {
    readonly code: string;
    readonly scheme: string;
    readonly name: Texts;
    readonly definition: Texts;
    readonly unit: string;
    readonly frequency: string;
    readonly direction: number;
    readonly flow?: string;
    readonly source: string;
  }[];
  readonly units: readonly { readonly code: string; readonly name: Texts }[];
  readonly observations: readonly Observation[];
  readonly conflicts: readonly {
    readonly indicator: string;
    readonly unit: string;
    readonly period: string;
    readonly observations: readonly Observation[];
  }[];
  readonly alarms: readonly {
    readonly indicator: string;
    readonly unit: string;
    readonly period: string;
    readonly kind: string;
    readonly size: number;
    readonly source: string;
  }[];
  readonly flows: readonly {
    readonly flow: string;
    readonly figures: readonly { readonly indicator: string; readonly unit: string }[];
    readonly unknown: readonly string[];
  }[];
};

export type Observation = Sourced & {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly value: number | null;
  readonly qualifier?: string;
  readonly usable?: boolean;
  readonly conflict?: string;
};

/** POST /api/indicators/league. */
export type LeagueAnswer = {
  readonly period: string;
  readonly ranks: readonly {
    readonly unit: string;
    readonly index: number | null;
    readonly rank: number;
    readonly median: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly choices: readonly { readonly choice: string; readonly firstOrder: number; readonly totalOrder: number }[];
  readonly leftOut: readonly string[];
  readonly draws: number;
  readonly seed: number;
};

type Three = { readonly problem: number; readonly policy: number; readonly politics: number };
export type WindowPoint = {
  readonly quarter: string;
  readonly streams: Three;
  readonly score: number;
  readonly open: boolean;
};

/** GET /api/streams. */
export type StreamsAnswer = {
  readonly streams: {
    readonly events: readonly (Sourced & {
      readonly code: string;
      readonly from: string;
      readonly until?: string;
      readonly stream: string;
      readonly kind: string;
      readonly topic: string;
      readonly name: Texts;
    })[];
    readonly proposals: readonly {
      readonly code: string;
      readonly name: Texts;
      readonly stages: readonly { readonly from: string; readonly stage: string }[];
      readonly source: string;
      readonly doubt?: Texts;
    }[];
  };
  readonly validation: {
    readonly changes: readonly {
      readonly change: { readonly date: string; readonly kind: string; readonly name: Texts };
      readonly open: boolean;
      readonly point?: WindowPoint;
      readonly missing: readonly string[];
      readonly settingsOpen: number;
    }[];
    readonly open: number;
    readonly byChance: number;
    readonly settings: number;
  };
};

/** POST /api/streams/windows. */
export type WindowsAnswer = {
  readonly windows: {
    readonly rule: {
      readonly halfLife: number;
      readonly percentile: number;
      readonly quarters: number;
      readonly weights: Three;
    };
    readonly thresholds: Three;
    readonly points: readonly WindowPoint[];
    readonly openShare: number;
    readonly formula: string;
    readonly caveat: Texts;
  };
  readonly sensitivity: {
    readonly quarter: string;
    readonly score: number;
    readonly low: number;
    readonly median: number;
    readonly high: number;
    readonly shares: readonly { readonly stream: string; readonly firstOrder: number; readonly totalOrder: number }[];
    readonly draws: number;
  };
};

type AtlasPlace = Sourced & {
  readonly code: string;
  readonly country: string;
  readonly province?: string;
  readonly kind: string;
  readonly name: Texts;
  readonly at: { readonly x: number; readonly y: number };
};
type AtlasLink = Sourced & { readonly from: string; readonly to: string; readonly kind: string };
type Named = Sourced & { readonly code: string; readonly name: Texts };

/** POST /api/atlas. */
export type AtlasAnswer = {
  readonly atlas: {
    readonly provinces: readonly Named[];
    readonly neighbours: readonly (Named & { readonly code3: string })[];
    readonly counts: readonly (Sourced & { readonly what: Texts; readonly value: number })[];
    readonly places: readonly AtlasPlace[];
    readonly links: readonly AtlasLink[];
    readonly zones: readonly (Named & {
      readonly kind: string;
      readonly place: string | null;
      readonly provinces: readonly string[];
      readonly neighbours: readonly string[];
      readonly since?: string;
      readonly pairedPort?: string;
    })[];
    readonly corridors: readonly (Named & { readonly stops: readonly string[] })[];
    readonly platforms: readonly Named[];
  };
  readonly roles: {
    readonly places: readonly {
      readonly place: string;
      readonly pageRank: number;
      readonly betweenness: number;
      readonly gateway: number;
      readonly isArticulation: boolean;
      readonly links: number;
      readonly roles: readonly string[];
    }[];
    readonly rule: Texts;
    readonly doubt: Texts;
    readonly uncheckedLinks: number;
    readonly links: number;
  };
  readonly agreement: readonly {
    readonly role: string;
    readonly source: string;
    readonly agreed: number;
    readonly examples: readonly {
      readonly place: string;
      readonly named: string;
      readonly agrees: boolean;
      readonly network: readonly string[];
    }[];
    readonly notNamed: readonly string[];
  }[];
  readonly changes: readonly {
    readonly place: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
};

type QuantityPrice = readonly [number, number];
export type WelfarePicture = {
  readonly kind: string;
  readonly lines: readonly { readonly name: string; readonly points: readonly QuantityPrice[] }[];
  readonly prices: readonly { readonly name: string; readonly source: string; readonly price: number }[];
  readonly areas: readonly {
    readonly name: string;
    readonly points: readonly QuantityPrice[];
    readonly value: number;
  }[];
  readonly quantityMax: number;
  readonly priceMax: number;
};

/** POST /api/impact. */
export type ImpactAnswer = {
  readonly result: { readonly [key: string]: unknown };
  /** The main results step by step: the formula, the same with its numbers, what comes out. Empty for a model without. */
  readonly working: readonly {
    readonly name: string;
    readonly formula: string;
    readonly filled: string;
    readonly value: number;
  }[];
  readonly picture?: WelfarePicture;
  readonly tornado?: {
    readonly output: string;
    readonly base: number;
    readonly bars: readonly {
      readonly field: string;
      readonly low: number;
      readonly high: number;
      readonly atLow: number;
      readonly atHigh: number;
    }[];
  };
  readonly spread?: {
    readonly output: string;
    readonly mean: number;
    readonly quantiles: { readonly p5: number; readonly p50: number; readonly p95: number };
    readonly sameSign: number;
    readonly draws: number;
    readonly seed: number;
  };
};

type LineTotals = {
  readonly tradeCreation: number;
  readonly tradeDiversion: number;
  readonly marketEffect: number;
  readonly tariffRevenueChange: number;
  readonly welfareGain: number;
};

/** POST /api/impact/lines. */
export type ImpactLinesAnswer =
  | { readonly faults: readonly { readonly line: number; readonly column: number; readonly sentence: string }[] }
  | {
      readonly lines: readonly {
        readonly line: string;
        readonly importDemandElasticity: number;
        readonly variants: { readonly jammesOlarreaga: LineTotals; readonly lairdYeats: LineTotals };
      }[];
      readonly totals: { readonly jammesOlarreaga: LineTotals; readonly lairdYeats: LineTotals };
    };
