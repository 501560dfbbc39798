/** What a bench or a chaos run says: one line a figure, and verdicts that are counted at the close. */
export type Report = {
  /** Prints `figure NAME VALUE UNIT`; ratios have the unit "ratio". */
  readonly figure: (name: string, value: number, unit: string) => void;
  /** A promise kept or broken; printed and counted. `detail` says what was found. */
  readonly verdict: (name: string, kept: boolean, detail: string) => void;
  /** Free text for the reader: what is being done now. */
  readonly say: (line: string) => void;
};

/** One campaign: `bench/<name>.ts` and `chaos/<name>.ts` export `run`; one that takes an hour runs only when it is named. */
export type Campaign = {
  readonly run: (report: Report, options: CampaignOptions) => Promise<void>;
  readonly onlyByName?: boolean;
};

export type CampaignOptions = { readonly seed: number; readonly seconds: number; readonly args: readonly string[] };

const SIGNIFICANT_DIGITS = 5;

export function printed(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

export type Tally = { passed: number; failed: number };

/** A report that prints through `out` and counts its verdicts in `tally`. */
export function createReport(out: (line: string) => void, tally: Tally): Report {
  return {
    figure: (name, value, unit) => out(`figure ${name} ${printed(value)} ${unit}`),
    verdict: (name, kept, detail) => {
      if (kept) tally.passed += 1;
      else tally.failed += 1;
      out(`${kept ? "kept  " : "BROKEN"} ${name}: ${detail}`);
    },
    say: out,
  };
}
