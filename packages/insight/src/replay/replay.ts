import type { DuckDBConnection } from "@duckdb/node-api";
import { openHistory } from "../history/duckdb.ts";
import { periodsOf } from "./calendar.ts";
import { caveat, generatedCaveat } from "./caveat.ts";
import { doubtsOf } from "./doubts.ts";
import { requireEffect } from "./effect.ts";
import { ReplayError } from "./error.ts";
import { assembleFacts } from "./facts.ts";
import { createFeed } from "./feed.ts";
import { type Folded, type FoldSource, fold, SORTED_LINES } from "./fold.ts";
import { groupingOf, whole } from "./grouping.ts";
import { LEAVING, type OpenedHistory, openHistoryFile } from "./history-columns.ts";
import type { ReplayJob } from "./job.ts";
import type { LoopPlan } from "./loop.ts";
import { amountsOf, codedOf } from "./outputs.ts";
import { type Policy, policyOf } from "./policy.ts";
import { respond } from "./response.ts";
import type { ReplayResult } from "./result.ts";
import { changesOf, dayText, groupsOf, outcomesOf, unansweredOf } from "./tell.ts";

/** Told now and then: lines decided so far, and in all. */
export type Progress = (lines: number, all: number) => void;

/**
 * Decides a history again under two rulebooks at once and tells who wins and who loses. Exact whatever the counters feed
 * back: the compiled rules of both are folded over the sorted rows, so that a refusal does not count.
 *
 * @throws ReplayError when the history lacks a fact, a counter cannot be kept, the reform changes nothing, or a figure
 *   that a decision needs is unknown
 */
export async function replay(
  job: ReplayJob,
  progress: Progress = () => {},
  sortedLines: number = SORTED_LINES,
): Promise<ReplayResult> {
  const { base, reform } = job;
  const policies: readonly [Policy, Policy] = [policyOf(base), policyOf(reform)];
  await using opened = await openHistory();
  const { connection } = opened;
  const history = await openHistoryFile(connection, job.history);
  const law = reform.reform?.replay?.law;
  requireReplayable(job);
  requireEffect(base, reform, law ?? history.lastDay);
  const plan = await planOf(connection, history, job, policies);
  const calendar = periodsOf(history.firstDay, history.lastDay);
  const folded = await fold(
    connection,
    { rows: rowsOf(history, job), lines: history.lines, firstDay: history.firstDay, calendar },
    plan,
    [policies[0].decide, policies[1].decide],
    (lines) => progress(lines, history.lines),
    sortedLines,
  );
  return resultOf(job, history, plan, folded);
}

function requireReplayable({ reform }: ReplayJob): void {
  if (reform.reform?.replay?.asKnown === undefined) return;
  const message = "Cannot replay as known at an earlier time: histories hold what is known now";
  throw new ReplayError("replay/as-known", "as_known", message);
}

async function planOf(
  connection: DuckDBConnection,
  history: OpenedHistory,
  job: ReplayJob,
  [before, after]: readonly [Policy, Policy],
): Promise<LoopPlan> {
  const { base, reform } = job;
  const feed = createFeed();
  const calendar = periodsOf(history.firstDay, history.lastDay);
  const facts = new Map([
    ...(await assembleFacts(connection, history, base, job.goods, feed)),
    ...(await assembleFacts(connection, history, reform, job.goods, feed)),
  ]);
  const amounts = amountsOf(base, reform);
  if (job.burden !== undefined && !amounts.includes(job.burden)) {
    const message = `Cannot compare "${job.burden}": the amounts of both rulebooks are ${amounts.join(", ")}`;
    throw new ReplayError("replay/burden", job.burden, message);
  }
  return {
    feed,
    facts,
    policies: [before.counters, after.counters],
    law: reform.reform?.replay?.law,
    amounts,
    coded: codedOf(base, reform),
    burden: job.burden,
    dimensions: [whole, ...(await groupingOf(connection, history, job.by, calendar, feed))],
  };
}

/** Passages that leave, each beside the entry of its visit. */
function rowsOf({ columns }: OpenedHistory, { reform }: ReplayJob): FoldSource["rows"] {
  const events = reform.reform?.replay?.events;
  const between = events === undefined ? "" : ` and x.day between ${events.from} and ${events.to}`;
  const hasEntries = columns.has("visit") && columns.has("gate");
  return ({ index, of }) => {
    const share = (person: string): string => (of === 1 ? "" : ` and ${person} % ${of} = ${index}`);
    const entries = hasEntries
      ? ` left join (select visit, min(day) as day, arg_min(gate, passage) as gate from history
        where direction = 'in'${share("person")} group by visit) as e on e.visit = x.visit`
      : "";
    return `history as x${entries} where x.${LEAVING}${between}${share("x.person")}`;
  };
}

function resultOf(job: ReplayJob, history: OpenedHistory, plan: LoopPlan, folded: Folded): ReplayResult {
  const { base, reform, burden, by, elasticity } = job;
  const unanswered = unansweredOf(folded);
  const unknown = unanswered.find(({ reason }) => reason === "unknown-figure");
  if (unknown !== undefined) {
    const message = `Cannot replay: ${unknown.lines} lines need the figure "${unknown.name}", which is unknown`;
    throw new ReplayError("replay/unknown-figure", unknown.name, message);
  }
  if (folded.lines === 0) {
    throw new ReplayError("replay/history", "events", "Cannot replay: no passage leaves on the days the reform names");
  }
  const law = plan.law;
  const [totals, ...groups] = plan.dimensions.map((each, index) => groupsOf(plan, each, folded.groups[index]!));
  const [first, last] = law === undefined ? [history.firstDay, history.lastDay] : [law, law];
  const { lines, passages, people } = folded;
  return {
    base: { name: base.name, hash: base.hash },
    reform: { name: reform.name, hash: reform.hash },
    history: { from: dayText(history.firstDay), to: dayText(history.lastDay), passages, lines },
    ...(law === undefined ? {} : { law: dayText(law) }),
    ...(burden === undefined ? {} : { burden }),
    totals: totals![0]!,
    outcomes: outcomesOf(plan, folded),
    people,
    by: Object.fromEntries(by.map((name, index) => [name, groups[index]!])),
    changes: changesOf(plan, folded, job),
    unanswered,
    doubts: doubtsOf(base, reform, first, last),
    ...(elasticity === undefined ? {} : { response: respond(totals![0]!, burden, elasticity) }),
    caveats: job.recorded ? [caveat] : [caveat, generatedCaveat],
  };
}
