import { PROPOSAL } from "../rulebooks/propose.ts";
import { RULEBOOK } from "../rulebooks/publish.ts";
import type { Author, Concept } from "../spine/concept.ts";
import { getText } from "../spine/read-body.ts";
import type { Row, State } from "../spine/state.ts";
import { firstNoteKey, PROPOSAL_NOTE } from "./note.ts";
import { PROPOSAL_REPORT } from "./report.ts";
import { type Need, type Stage, stageOf, steps } from "./stages.ts";
import { PROPOSAL_VOTE, voteKey } from "./vote.ts";

/** Moves a proposal to its next stage. */
export type AdvanceCommand = {
  readonly kind: "proposal_stage";
  readonly by: Author;
  readonly proposal: string;
  /** Name of the rulebook that the proposal changes. */
  readonly base: string;
  readonly stage: Stage;
  /** The two sides whose councils vote. */
  readonly sides: readonly string[];
  /** SHA-256 of the comparison of forecast and record, for the stage "checked". */
  readonly check?: string;
};

export const proposalStage: Concept<AdvanceCommand> = {
  kind: "proposal_stage",
  keys: ({ proposal, base, sides }) => [
    { table: PROPOSAL, key: proposal },
    { table: PROPOSAL_REPORT, key: proposal },
    { table: RULEBOOK, key: base },
    firstNoteKey(proposal, "problem"),
    firstNoteKey(proposal, "openness"),
    ...sides.map((side) => voteKey(proposal, side)),
  ],
  decide: (command, state) => {
    const { proposal, stage, check } = command;
    const row = state.find(PROPOSAL, proposal);
    const from = row === undefined ? undefined : stageOf(row);
    const details = {
      proposal,
      stage,
      ...(from === undefined ? {} : { from }),
      ...(check === undefined ? {} : { check }),
      ...(row === undefined ? {} : { name: String(row.name), base: String(row.base), baseHash: String(row.baseHash) }),
      ...(row === undefined ? {} : { proposed: Number(row.entry) }),
    };
    if (row === undefined || from === undefined) return { outcome: "refused", reason: "proposal_unknown", details };
    if (!steps[from].next.includes(stage)) return { outcome: "refused", reason: "stage_order", details };
    const lacking = steps[stage].needs.find((need) => !isMet(need, command, row, state));
    return lacking === undefined
      ? { outcome: "done", reason: "moved", details }
      : { outcome: "refused", reason: `needs_${lacking}`, details };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const [name, base, baseHash, stage] = ["name", "base", "baseHash", "stage"].map((field) => getText(body, field));
    const row = {
      name: name!,
      base: base!,
      baseHash: baseHash!,
      entry: Number(body.proposed),
      stage: stage!,
      moved: number,
    };
    return [{ kind: "put", table: PROPOSAL, key: getText(body, "proposal"), row }];
  },
};

function isMet(need: Need, { proposal, base, sides, check }: AdvanceCommand, row: Row, state: State): boolean {
  const voted = sides.map((side) => state.find(PROPOSAL_VOTE, `${proposal}/${side}`)?.vote);
  switch (need) {
    case "report":
      return state.find(PROPOSAL_REPORT, proposal) !== undefined;
    case "problem":
    case "openness":
      return state.find(PROPOSAL_NOTE, `${proposal}/${need}`) !== undefined;
    case "both_for":
      return voted.every((vote) => vote === "for");
    case "one_against":
      return voted.includes("against");
    case "in_force":
      return state.find(RULEBOOK, base)?.hash !== row.baseHash;
    case "forecast":
      return check !== undefined;
  }
}
