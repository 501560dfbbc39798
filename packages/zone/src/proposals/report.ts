import { PROPOSAL } from "../rulebooks/propose.ts";
import type { Author, Concept } from "../spine/concept.ts";
import { getInteger, getText } from "../spine/read-body.ts";

/** Table of the newest replay report of each proposal. */
export const PROPOSAL_REPORT = "proposal_report";

/** A history was decided again under a proposal; the report's text is kept outside, here stands its hash. */
export type ReportCommand = {
  readonly kind: "replay_report";
  readonly by: Author;
  readonly report: {
    readonly proposal: string;
    /** SHA-256 of the report's text. */
    readonly report: string;
    /** Whether a journal was replayed or made-up traffic. */
    readonly recorded: boolean;
    /** First and last legal day of the history, days since 1970-01-01. */
    readonly fromDay: number;
    readonly untilDay: number;
    readonly lines: number;
  };
};

export const replayReport: Concept<ReportCommand> = {
  kind: "replay_report",
  keys: ({ report }) => [
    { table: PROPOSAL, key: report.proposal },
    { table: PROPOSAL_REPORT, key: report.proposal },
  ],
  decide: ({ report }, state) =>
    state.find(PROPOSAL, report.proposal) === undefined
      ? { outcome: "refused", reason: "proposal_unknown", details: report }
      : { outcome: "done", reason: "reported", details: report },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const row = {
      report: getText(body, "report"),
      recorded: body.recorded === true,
      lines: getInteger(body, "lines"),
      entry: number,
    };
    return [{ kind: "put", table: PROPOSAL_REPORT, key: getText(body, "proposal"), row }];
  },
};
