import { PROPOSAL } from "../rulebooks/propose.ts";
import type { Author, Concept } from "../spine/concept.ts";
import { getText } from "../spine/read-body.ts";
import type { StateKey } from "../spine/state.ts";
import { stageOf } from "./stages.ts";

/** Table of the votes of councils on proposals, by proposal and side. */
export const PROPOSAL_VOTE = "proposal_vote";

export const votes = ["for", "against"] as const;
export type Vote = (typeof votes)[number];

/**
 * How the council of one side voted, written down by an officer. The other side's vote is witnessed by two officers here, who
 * name the entry of the other side's journal that holds it.
 */
export type VoteCommand = {
  readonly kind: "proposal_vote";
  readonly by: Author;
  readonly vote: {
    readonly proposal: string;
    readonly voter: string;
    readonly vote: Vote;
    /** Number of the entry in the other side's journal; absent for the own side's vote. */
    readonly reference?: number;
  };
};

export const proposalVote: Concept<VoteCommand> = {
  kind: "proposal_vote",
  keys: ({ vote }) => [{ table: PROPOSAL, key: vote.proposal }, voteKey(vote.proposal, vote.voter)],
  decide: ({ vote: { reference, ...vote } }, state) => {
    const details = reference === undefined ? vote : { ...vote, reference };
    const proposal = state.find(PROPOSAL, vote.proposal);
    if (proposal === undefined) return { outcome: "refused", reason: "proposal_unknown", details };
    if (stageOf(proposal) !== "voting") return { outcome: "refused", reason: "not_voting", details };
    if (state.find(PROPOSAL_VOTE, `${vote.proposal}/${vote.voter}`) !== undefined)
      return { outcome: "refused", reason: "voted_already", details };
    return { outcome: "done", reason: "voted", details };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const [proposal, voter, vote] = ["proposal", "voter", "vote"].map((field) => getText(body, field));
    const row = { proposal: proposal!, side: voter!, vote: vote!, entry: number };
    return [{ kind: "put", ...voteKey(proposal!, voter!), row }];
  },
};

export function voteKey(proposal: string, side: string): StateKey {
  return { table: PROPOSAL_VOTE, key: `${proposal}/${side}` };
}
