import { type Entry, parseCanonical, verifyChain } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import pg from "pg";
import { replayEntry } from "../../packages/server/src/entries/replay.ts";
import { Shelf } from "../../packages/server/src/rulebooks/shelf.ts";
import type { Report } from "../../tools/campaign/report.ts";
import type { Tale } from "./history.ts";
import type { NodeUnderFire } from "./node-under-fire.ts";

const ORIGIN = "twinline/khorgos/cn";
const DATABASE = "twinline_khorgos_cn";
/** CNY 8,000 a person and day, the figure of the rulebook that the run is judged by. */
const ALLOWANCE_FEN = 800_000;
const SHOWN_MAX = 3;

type Row = { number: number; kind: string; body: string; prev: string; hash: string };
type Line = { legal: number; outputs: { verdict?: string; duty_free?: number } };
type PassageBody = { direction: string; person: string; counts: string; decisions: readonly Line[] };

async function journalOf(client: pg.Client): Promise<readonly Row[]> {
  const text =
    "select number::int, kind, body, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash from entry order by number";
  return (await client.query<Row>(text)).rows;
}

/** The most that any person carried out free on any legal day, by the entries alone. */
function mostCarriedFree(rows: readonly Row[]): number {
  const sums = new Map<string, number>();
  for (const { kind, body } of rows) {
    if (kind !== "passage") continue;
    const passage = parseCanonical(body) as unknown as PassageBody;
    if (passage.direction !== "out" || passage.counts !== "all") continue;
    for (const { legal, outputs } of passage.decisions) {
      const key = `${passage.person} ${legal}`;
      sums.set(key, (sums.get(key) ?? 0) + (outputs.verdict === "admit" ? (outputs.duty_free ?? 0) : 0));
    }
  }
  return Math.max(0, ...sums.values());
}

async function judgeReplay(client: pg.Client, rows: readonly Row[], report: Report): Promise<void> {
  const shelf = new Shelf(client as unknown as ConstructorParameters<typeof Shelf>[0]);
  let unlike = 0;
  for (const row of rows) if (!(await replayEntry(shelf, row.body))) unlike += 1;
  report.verdict(
    "every decision replays to the same bytes",
    unlike === 0,
    `${unlike} of ${rows.length} entries differ`,
  );
}

function judgeAnswers(tale: Tale, rows: readonly Row[], entryOf: ReadonlyMap<string, number>, report: Report): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const lost: string[] = [];
  const changed: string[] = [];
  for (const { key, answers } of tale.attempts.values()) {
    for (const { receipt } of answers) {
      const row = byNumber.get(receipt.number);
      if (row === undefined || row.hash !== receipt.hash || entryOf.get(key) !== receipt.number) lost.push(key);
    }
    if (new Set(answers.map(({ receipt }) => receipt.hash)).size > 1) changed.push(key);
  }
  report.verdict(
    "no acknowledged passage is lost",
    lost.length === 0,
    `${lost.length} of ${tale.answered} answered; ${lost.slice(0, SHOWN_MAX).join(", ")}`,
  );
  report.verdict("one key has one answer", changed.length === 0, `${changed.length} keys with two answers`);
}

function judgeDoubles(tale: Tale, rows: readonly Row[], entryOf: ReadonlyMap<string, number>, report: Report): void {
  const passages = rows.filter((row) => row.kind === "passage");
  const asked = new Set([...entryOf].filter(([key]) => tale.attempts.has(key)).map(([, number]) => number));
  const unasked = passages.filter((row) => !asked.has(row.number));
  report.verdict(
    "no passage stands twice or unasked",
    unasked.length === 0 && asked.size === passages.length,
    `${passages.length} passages, ${unasked.length} nobody asked for`,
  );
}

/** Reads the journal as its owner, without the server, and compares it with what the clients were told. */
export async function judge(node: NodeUnderFire, tale: Tale, report: Report): Promise<void> {
  const client = new pg.Client({ host: node.databaseFolder, port: 5432, user: "app", database: DATABASE });
  await client.connect();
  try {
    const rows = await journalOf(client);
    const answers = (await client.query<{ key: string; entry: number }>("select key::text, entry::int from answer"))
      .rows;
    const entryOf = new Map(answers.map(({ key, entry }) => [key, entry]));
    const chain = verifyChain(ORIGIN, rows satisfies readonly Entry[], sha256);
    report.verdict(
      "the chain is whole",
      chain.holds,
      chain.holds ? `${rows.length} links` : `broken at ${chain.number}: ${chain.what}`,
    );
    judgeAnswers(tale, rows, entryOf, report);
    judgeDoubles(tale, rows, entryOf, report);
    const most = mostCarriedFree(rows);
    report.verdict(
      "nobody is over the allowance",
      most <= ALLOWANCE_FEN,
      `at most ${most} fen of ${ALLOWANCE_FEN} in a day`,
    );
    const counted =
      (
        await client.query<{ most: number }>(
          "select coalesce(max(value), 0)::int as most from counter where key like '%duty_free%' or most = 100000000",
        )
      ).rows[0]?.most ?? 0;
    report.verdict("no counter is over the allowance", counted <= ALLOWANCE_FEN, `at most ${counted} fen`);
    await judgeReplay(client, rows, report);
  } finally {
    await client.end();
  }
}
