import type { Database } from "../packages/server/src/database.ts";
import {
  countPassages,
  firstSince,
  laneGaps,
  lastSeen,
  PASSAGES_MAX,
} from "../packages/server/src/supervision/queries.ts";
import { freshDatabase } from "../packages/server/src/testing/template.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";

/** Passages of the journal, the last day of them as busy as the busiest ever (42,800 in 2025, E34). */
const ENTRIES = 200_000;
const BUSIEST_DAY = 42_800;
const DAY_SECONDS = 86_400;
const INSERTED_AT_ONCE = 20_000;
const LANES = 48;
const ROUNDS = 5;
const SPANS = [15, 60, 240, 1_440];
/** A board that is looked at every 5 s may keep the database busy for a tenth of that. */
const BOARD_MS_MAX = 500;

/**
 * What the duty officer's board costs on a full day, read straight from the journal: whether it needs tables of its own. The
 * bare reading of the same rows is measured beside it.
 */
export async function run(report: Report, _options: CampaignOptions): Promise<void> {
  await using fresh = await freshDatabase();
  await fillJournal(fresh.owner);
  report.figure("journal", ENTRIES, "passages");
  const places = Array.from({ length: LANES }, (_, at) => ({ gate: "CN-1", lane: String(at + 1) }));
  let slowest = 0;
  for (const minutes of SPANS) {
    const since = Temporal.Now.instant().subtract({ minutes });
    const first = await firstSince(fresh.database, since);
    const counted = await countPassages(fresh.database, first, minutes * 2);
    const board = await medianMs(async () => {
      const from = await firstSince(fresh.database, since);
      await Promise.all([countPassages(fresh.database, from, minutes * 2), lastSeen(fresh.database, places)]);
    });
    const gaps = await medianMs(() => laneGaps(fresh.database, first));
    const bare = await medianMs(() => readBare(fresh.database, first));
    slowest = Math.max(slowest, board);
    report.figure(`board_${minutes}_passages`, counted.passages, "passages");
    report.figure(`board_${minutes}`, board, "ms");
    report.figure(`board_${minutes}_bare`, bare, "ms");
    report.figure(`board_${minutes}_to_bare`, board / bare, "ratio");
    report.figure(`gaps_${minutes}`, gaps, "ms");
  }
  report.verdict(
    "board needs no table of its own",
    slowest <= BOARD_MS_MAX,
    `slowest ${slowest.toFixed(0)} ms of ${BOARD_MS_MAX} ms`,
  );
}

/** The same rows, read and grouped by lane, with no body looked at. */
async function readBare(database: Database, first: number): Promise<void> {
  await database.query(
    `select gate, lane, outcome, count(*) from (
       select gate, lane, outcome from entry where number >= $1 order by number desc limit $2) as recent
     group by gate, lane, outcome`,
    [first, PASSAGES_MAX],
    "bench-bare",
  );
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

/** Made-up rows of the usual length, evenly over the days; they are no chain, and nothing here asks for one. */
async function fillJournal(owner: Database): Promise<void> {
  for (let from = 1; from <= ENTRIES; from += INSERTED_AT_ONCE)
    await owner.query(
      `insert into entry (number, kind, at, outcome, reason, gate, lane, body, prev, hash)
       select n, 'passage', now() - (($3 - n) * $4::float8) * interval '1 second',
         case when n % 37 = 0 then 'refuse' when n % 23 = 0 then 'refer' else 'admit' end, 'reason_' || n % 7,
         'CN-1', (1 + n % $5)::text,
         '{"direction":' || case when n % 2 = 0 then '"in"' else '"out"' end || ',"pad":"' || repeat(md5(n::text), 45) || '"}',
         decode(repeat('00', 32), 'hex'), sha256(n::text::bytea)
       from generate_series($1::int, $2::int) as n`,
      [from, from + INSERTED_AT_ONCE - 1, ENTRIES, DAY_SECONDS / BUSIEST_DAY, LANES],
    );
  await owner.query("analyze entry");
}
