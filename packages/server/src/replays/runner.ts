import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { ReplayJob, ReplayResult } from "@twinline/insight";
import type { ReportCommand } from "@twinline/zone";
import type { Database, Queries } from "../database.ts";
import { uuidOf } from "../rulebooks/publish.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { endJob, type Job, resumeJobs, takeJob } from "./jobs.ts";
import { GENERATED_YEAR, generatedHistory, recordedHistory } from "./make-history.ts";
import { dated, goodsOf, policiesOf, wordsOf } from "./policies.ts";

/** Passages of a made-up year when nobody says how many. */
export const GENERATED_PASSAGES = 100_000;
const DIMENSIONS = ["residence", "category", "month", "gate", "chapter"] as const;
/** The output that says what people pay, where the rulebook has it. */
const BURDENS = ["tax", "duty_due", "duty"];

/** How far the running replay is: writing its history, or deciding it again. */
export type Progress = { readonly phase: "history" | "replay"; readonly done: number; readonly total: number };

type Parts = { readonly database: Database; readonly spine: OpenSpine; readonly folder: string; readonly gate: string };

/**
 * The queue of replays of a node: one runs at a time, in processes of its own. What runs when the node stops begins again when
 * it starts; its history, if it was made up, is written already.
 */
export class ReplayRunner {
  readonly #parts: Parts;
  #running: { readonly id: string; readonly stop: AbortController; progress: Progress } | undefined;
  #working: Promise<void> | undefined;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes up what waited or ran when the node last stopped. */
  async open(): Promise<void> {
    await resumeJobs(this.#parts.database);
    this.wake();
  }

  /** Begins to work if nothing runs. */
  wake(): void {
    if (this.#isClosed || this.#working !== undefined) return;
    this.#working = this.#work()
      .catch(() => {})
      .finally(() => {
        this.#working = undefined;
      });
  }

  progressOf(id: string): Progress | undefined {
    return this.#running?.id === id ? this.#running.progress : undefined;
  }

  /** Ends a replay that waits or runs. */
  async cancel(id: string): Promise<void> {
    const { database, spine } = this.#parts;
    await endJob(database, id, spine.now(), { state: "cancelled" });
    if (this.#running?.id === id) this.#running.stop.abort();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#running?.stop.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    const { database, spine } = this.#parts;
    while (!this.#isClosed) {
      const job = await takeJob(database, spine.now());
      if (job === undefined) return;
      const stop = new AbortController();
      this.#running = { id: job.id, stop, progress: { phase: "history", done: 0, total: 0 } };
      try {
        await this.#run(job, stop.signal);
      } catch (error) {
        if (!stop.signal.aborted) await this.#fail(job, error);
      } finally {
        this.#running = undefined;
      }
    }
  }

  async #fail({ id }: Job, error: unknown): Promise<void> {
    const { database, spine } = this.#parts;
    const known = typeof error === "object" && error !== null && "id" in error ? String(error.id) : "replay/failed";
    const message = error instanceof Error ? error.message : String(error);
    await endJob(database, id, spine.now(), { state: "failed", problem: `${known}: ${message}` });
  }

  async #run(job: Job, signal: AbortSignal): Promise<void> {
    const { database, spine } = this.#parts;
    const told = (phase: Progress["phase"]) => (done: number, total: number) => {
      if (this.#running?.id === job.id) this.#running.progress = { phase, done, total };
    };
    const policies = await policiesOf(database, job);
    const history = await this.#historyOf(job, policies, told("history"), signal);
    try {
      const { base } = policies;
      const burden = BURDENS.find((name) => base.outputs.includes(name));
      const plan: ReplayJob = {
        history: history.file,
        recorded: history.recorded,
        base,
        reform: dated(policies, history.firstDay),
        goods: goodsOf(spine.zone),
        by: DIMENSIONS,
        ...(burden === undefined ? {} : { burden }),
        ...(job.elasticity === null ? {} : { elasticity: job.elasticity }),
      };
      // NOTE: DuckDB is loaded where a replay is wanted, not before the first decision of every start.
      const { replayApart } = await import("@twinline/insight");
      const result = await replayApart(plan, told("replay"), signal);
      const words = wordsOf(policies);
      const text = JSON.stringify({ proposal: job.proposal, history: job.history, words, result });
      if (!signal.aborted) await this.#record(job, text, result, history.recorded);
    } finally {
      if (history.recorded) rmSync(history.file, { force: true });
    }
  }

  async #historyOf(
    job: Job,
    { base, reform }: Awaited<ReturnType<typeof policiesOf>>,
    told: (done: number, total: number) => void,
    signal: AbortSignal,
  ) {
    const { database, folder, gate } = this.#parts;
    mkdirSync(folder, { recursive: true });
    if (job.history === "generated") {
      const file = await generatedHistory(folder, gate, job.passages ?? GENERATED_PASSAGES, told, signal);
      return { file, recorded: false, firstDay: dayOf(GENERATED_YEAR) };
    }
    const file = path.join(folder, `${job.id}.parquet`);
    const facts = [...base.facts, ...reform.facts.filter(({ name }) => base.facts.every((fact) => fact.name !== name))];
    const lines = await recordedHistory(file, database, { name: base.name, facts }, told, signal);
    if (lines === 0) throw new EmptyJournalError(base.name);
    return { file, recorded: true, firstDay: await firstDayOf(database) };
  }

  /** The report's hash becomes an entry under a key of the job's own, so that a second run of the same job records it once. */
  async #record(job: Job, text: string, { history }: ReplayResult, recorded: boolean): Promise<void> {
    const { database, spine } = this.#parts;
    const report = createHash("sha256").update(text).digest("hex");
    const command: ReportCommand = {
      kind: "replay_report",
      by: { officer: job.officer },
      report: {
        proposal: job.proposal,
        report,
        recorded,
        fromDay: dayOf(history.from),
        untilDay: dayOf(history.to),
        lines: history.lines,
      },
    };
    const { number } = await spine.writer.ask({
      command,
      key: uuidOf(createHash("sha256").update(job.id).digest()),
      request: createHash("sha256").update(job.id).digest(),
      alongside: async (tx, { body }) => {
        if (body.outcome === "done") await keepWords(tx, report, text);
      },
    });
    await endJob(database, job.id, spine.now(), { state: "done", report, entry: number });
  }
}

/** The journal holds no decision of the rulebook that the reform changes. */
class EmptyJournalError extends Error {
  readonly id = "replay/empty-journal";

  constructor(rulebook: string) {
    super(`Cannot replay the journal: it holds no decision of "${rulebook}" yet`);
  }
}

async function firstDayOf(queries: Queries): Promise<number> {
  const { rows } = await queries.query<{ at: Temporal.Instant }>("select at from entry order by number limit 1");
  const day = rows[0]?.at.toZonedDateTimeISO("UTC").toPlainDate().toString();
  return day === undefined ? 0 : dayOf(day);
}

function dayOf(text: string): number {
  return Temporal.PlainDate.from("1970-01-01").until(Temporal.PlainDate.from(text)).days;
}

/** Words that an entry names by hash; known words stay as they are. */
export async function keepWords(queries: Queries, hash: string, text: string): Promise<void> {
  await queries.query("insert into words (hash, text) values ($1, $2) on conflict do nothing", [hash, text]);
}
