/** A place where customers wait for one of several equal servers: a gate with lanes, a scanner, a yard. */
export type Station = {
  readonly name: string;
  /** Arrivals from outside per time unit (Poisson); a profile by hour multiplies it. */
  readonly arrivalRate: number;
  /** Services per time unit and server. */
  readonly serviceRate: number;
  readonly servers: number;
  /** Variance of the service time over its squared mean: 1 exponential, 0 constant, between by gamma. */
  readonly serviceVariation?: number;
};

export type Layout = {
  readonly stations: readonly Station[];
  /** routing[i][j]: share of those who leave i and go to j; what is missing to 1 leaves the zone. */
  readonly routing: readonly (readonly number[])[];
};

/** What was seen at one station, with the standard error of each mean over batches. */
export type Seen = {
  readonly name: string;
  readonly visits: number;
  readonly meanWait: Estimate;
  readonly meanNumber: Estimate;
  readonly utilisation: number;
};

export type Estimate = { readonly mean: number; readonly standardError: number };
