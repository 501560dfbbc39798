import type { Author, Concept } from "../spine/concept.ts";
import { findRun, runKey, runOf, SEALS_MAX, type SealRun } from "./seal.ts";

/** Numbered seals are printed for a gate, to be written on when nothing works. The series is random and used once. */
export type PrintSeals = { readonly kind: "seal_print"; readonly by: Author } & SealRun;

export const printSeals: Concept<PrintSeals> = {
  kind: "seal_print",
  keys: ({ series }) => [runKey(series)],
  decide: ({ series, count, gate, lane }, state) => {
    const details = { series, count, gate, lane };
    if (findRun(state, series) !== undefined) return { outcome: "refused", reason: "series_known", details };
    const fits = count >= 1 && count <= SEALS_MAX;
    return fits ? { outcome: "done", reason: "printed", details } : { outcome: "refused", reason: "too_many", details };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const run = runOf(body as never);
    return [{ kind: "put", ...runKey(run.series), row: { ...run, entry: number } }];
  },
};
