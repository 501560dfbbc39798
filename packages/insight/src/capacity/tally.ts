import type { Estimate } from "./station.ts";

/** Collects the means of equal batches, so that the error of a correlated series can be told (batch means, Law 2015). */
export class BatchMeans {
  readonly #means: number[] = [];

  close(mean: number): void {
    this.#means.push(mean);
  }

  estimate(): Estimate {
    const n = this.#means.length;
    const mean = this.#means.reduce((sum, one) => sum + one, 0) / n;
    const variance = this.#means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
    return { mean, standardError: Math.sqrt(variance / n) };
  }
}
