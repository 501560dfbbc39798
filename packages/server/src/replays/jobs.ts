import { randomBytes } from "node:crypto";
import { REPLAYS_SHOWN_MAX, REPLAYS_WAITING_MAX, type ReplayAdd } from "@twinline/api";
import type { Queries } from "../database.ts";
import { RequestError } from "../errors.ts";

/** A replay in the queue, or one that ended. */
export type Job = {
  readonly id: string;
  readonly proposal: string;
  readonly name: string;
  readonly base: string;
  readonly baseHash: string;
  readonly history: "journal" | "generated";
  readonly passages: number | null;
  readonly elasticity: number | null;
  readonly officer: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly askedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly problem: string | null;
  readonly report: string | null;
  readonly entry: number | null;
};

const COLUMNS = `j.key as id, j.proposal, p.name, p.base, p.base_hash as "baseHash", j.history, j.passages, j.elasticity,
  j.officer, j.state, j.asked_at as "askedAt", j.ended_at as "endedAt", j.problem, j.report, j.entry`;
const FROM = "replay_job as j join proposal as p on p.key = j.proposal";

/** Puts a replay into the queue. Throws RequestError 429 when too many wait. */
export async function addJob(
  queries: Queries,
  asked: ReplayAdd,
  officer: string,
  at: Temporal.Instant,
): Promise<string> {
  const id = `replay_${randomBytes(16).toString("base64url")}`;
  const { count } = await queries.query(
    `insert into replay_job (key, proposal, history, passages, elasticity, officer, state, asked_at)
     select $1, $2, $3, $4, $5, $6, 'waiting', $7
     where (select count(*) from replay_job where state = 'waiting') < $8`,
    [
      id,
      asked.proposal,
      asked.history,
      asked.passages ?? null,
      asked.elasticity ?? null,
      officer,
      at,
      REPLAYS_WAITING_MAX,
    ],
  );
  if (count === 1) return id;
  throw new RequestError("replay/queue-full", 429, `Cannot take the replay: ${REPLAYS_WAITING_MAX} wait already`, {
    retryAfterSeconds: 60,
    texts: {
      zh: "等待的回放已满，请等其中一项结束后再试。",
      kk: "Кезек толы: алдыңғы қайта есептеулердің бірі аяқталғанша күтіңіз.",
      ru: "Очередь заполнена: дождитесь, пока закончится один из пересчётов.",
      en: "Too many replays wait already; try again when one of them has ended.",
    },
  });
}

/** The newest replays first. */
export async function listJobs(queries: Queries): Promise<Job[]> {
  const { rows } = await queries.query<Job>(`select ${COLUMNS} from ${FROM} order by j.asked_at desc limit $1`, [
    REPLAYS_SHOWN_MAX,
  ]);
  return rows;
}

/** One replay. Throws RequestError 404. */
export async function getJob(queries: Queries, id: string): Promise<Job> {
  const { rows } = await queries.query<Job>(`select ${COLUMNS} from ${FROM} where j.key = $1`, [id]);
  if (rows[0] !== undefined) return rows[0];
  throw new RequestError("replay/unknown", 404, `Cannot find the replay "${id}"`, {
    texts: {
      zh: "没有这项回放。",
      kk: "Мұндай қайта есептеу жоқ.",
      ru: "Такого пересчёта нет.",
      en: "There is no such replay.",
    },
  });
}

/** What ran when the node stopped waits again, first in the queue. */
export async function resumeJobs(queries: Queries): Promise<void> {
  await queries.query("update replay_job set state = 'waiting', started_at = null where state = 'running'");
}

/** The replay that has waited longest, now running; undefined when none waits. */
export async function takeJob(queries: Queries, at: Temporal.Instant): Promise<Job | undefined> {
  const { rows } = await queries.query<{ id: string }>(
    `update replay_job set state = 'running', started_at = $1 where key =
     (select key from replay_job where state = 'waiting' order by asked_at, key limit 1) returning key as id`,
    [at],
  );
  return rows[0] === undefined ? undefined : getJob(queries, rows[0].id);
}

type Ending =
  | { readonly state: "done"; readonly report: string; readonly entry: number }
  | { readonly state: "failed"; readonly problem: string }
  | { readonly state: "cancelled" };

/** Ends a replay that waits or runs; one that ended stays as it is. */
export async function endJob(queries: Queries, id: string, at: Temporal.Instant, ending: Ending): Promise<void> {
  const { report = null, entry = null, problem = null } = { report: null, entry: null, problem: null, ...ending };
  await queries.query(
    `update replay_job set state = $2, ended_at = $3, report = $4, entry = $5, problem = $6
     where key = $1 and state in ('waiting', 'running')`,
    [id, ending.state, at, report, entry, problem],
  );
}
