import { NOTES_SHOWN_MAX, type ProposalFile, type ProposalRow } from "@twinline/api";
import { type Stage, stageOf, steps } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { getProposal } from "../rulebooks/proposals.ts";

type Instants = { readonly at: Temporal.Instant };

/** A row of proposals with its stage. Throws RequestError 404. */
export async function getProposalRow(
  queries: Queries,
  hash: string,
): Promise<{ readonly row: ProposalRow; readonly stage: Stage }> {
  const { rows } = await queries.query<ProposalRow & { stage: string | null }>(
    `select name, key as hash, base, base_hash as "baseHash", entry, stage from proposal where key = $1`,
    [hash],
  );
  const found = rows[0];
  // Throws the problem that people read.
  if (found === undefined) await getProposal(queries, hash);
  const { stage, ...row } = found!;
  return { row, stage: stageOf(stage === null ? {} : { stage }) };
}

/** Everything on record of one proposal but what the law brought. Throws RequestError 404. */
export async function fileOf(queries: Queries, hash: string): Promise<Omit<ProposalFile, "may" | "check" | "sides">> {
  const { row, stage } = await getProposalRow(queries, hash);
  const [moves, notes, votes, reports] = await Promise.all([
    queries.query<{ stage: string; entry: number } & Instants>(
      `select body::jsonb ->> 'stage' as stage, number as entry, at from entry
       where kind = 'proposal_stage' and body::jsonb ->> 'proposal' = $1 and body::jsonb ->> 'outcome' = 'done'
       order by number`,
      [hash],
    ),
    queries.query<{ about: string; words: string; author: string; entry: number } & Instants>(
      `select n.about, w.text as words, coalesce(o.number, '') as author, n.entry, e.at
       from proposal_note as n join words as w on w.hash = n.key join entry as e on e.number = n.entry
       left join officer as o on o.key = n.author
       where n.proposal = $1 order by n.entry desc limit $2`,
      [hash, NOTES_SHOWN_MAX],
    ),
    queries.query<{ side: string; vote: string; entry: number }>(
      "select side, vote, entry from proposal_vote where proposal = $1 order by side",
      [hash],
    ),
    queries.query<{ report: string; recorded: boolean; lines: number; entry: number }>(
      "select report, recorded, lines, entry from proposal_report where key = $1",
      [hash],
    ),
  ]);
  const timed = <T extends Instants>({ at, ...rest }: T) => ({
    ...rest,
    at: at.toString({ smallestUnit: "millisecond" }),
  });
  return {
    proposal: row,
    stage,
    next: steps[stage].next.map((next) => ({ stage: next, needs: [...steps[next].needs] })),
    moves: moves.rows.map(timed),
    notes: notes.rows.map(timed),
    votes: votes.rows,
    ...(reports.rows[0] === undefined ? {} : { report: reports.rows[0] }),
  };
}
