import { type Entry, verifyChain } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import pg from "pg";
import type { Report } from "../../tools/campaign/report.ts";
import { type Ledger, LIMIT } from "./ledger.ts";

const ORIGIN = "twinline/khorgos/cn";
const DATABASE = "twinline_khorgos_cn";
const SHOWN_MAX = 3;

/** One look at the books in one snapshot: for each person and day what is counted, and what is held and spent. */
const BALANCE = `
  with counted as (
    select substring(key from 'person:([^/]+)') as person, substring(key from 'legal_day:(\\d+)')::int as day, value
    from counter where key like '%#${LIMIT.counter}@%/person:%'
  ), placed as (
    select person, day, coalesce((held::json->>'${LIMIT.counter}')::bigint, 0) as amount from reservation
    union all
    select s.person, r.day, coalesce((line->'amounts'->>'${LIMIT.counter}')::bigint, 0)
    from sale s join reservation r on r.key = s.reservation::text, json_array_elements(s.lines::json) line
  ), placed_sum as (select person, day, sum(amount)::bigint as amount from placed group by person, day)
  select person, day, coalesce(c.value, 0)::bigint as counted, coalesce(p.amount, 0)::bigint as placed
  from counted c full join placed_sum p using (person, day)`;

export type Balance = { readonly looked: number; readonly over: readonly string[]; readonly unlike: readonly string[] };

/** Reads the node's database as its owner, beside the server. */
export async function openBooks(folder: string): Promise<pg.Client> {
  const client = new pg.Client({ host: folder, port: 5432, user: "app", database: DATABASE });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Never over and conserved to the unit, at this moment. */
export async function balance(client: pg.Client): Promise<Balance> {
  const { rows } = await client.query<{ person: string; day: number; counted: string; placed: string }>(BALANCE);
  const over = rows
    .filter(({ counted }) => Number(counted) > LIMIT.most)
    .map(({ person, day, counted }) => `${person} on ${day}: ${counted}`);
  const unlike = rows
    .filter(({ counted, placed }) => counted !== placed)
    .map(({ person, day, counted, placed }) => `${person} on ${day}: ${counted} counted, ${placed} held and spent`);
  return { looked: rows.length, over, unlike };
}

/** Compares what the devices were told, and said, with the journal. `copied` are the keys that were at two places. */
export async function judgeBooks(
  client: pg.Client,
  ledger: Ledger,
  copied: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  const { rows } = await client.query<{
    number: number;
    kind: string;
    outcome: string;
    body: string;
    prev: string;
    hash: string;
  }>(
    "select number::int, kind, outcome, body, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash from entry order by number",
  );
  const chain = verifyChain(ORIGIN, rows satisfies readonly Entry[], sha256);
  report.verdict(
    "the chain is whole",
    chain.holds,
    chain.holds ? `${rows.length} links` : `broken at ${chain.number}: ${chain.what}`,
  );
  const hashes = new Map(rows.map(({ number, hash }) => [number, hash]));
  const lost = [...ledger.receipts].filter(([, { number, hash }]) => hashes.get(number) !== hash);
  tell(
    report,
    "no acknowledged event or passage is lost",
    lost.map(([key]) => key),
    `${ledger.receipts.size} receipts`,
  );
  const changed = ledger.changed.filter((key) => !copied.has(key.split(".")[0]!));
  tell(report, "one event has one answer", changed, `${ledger.receipts.size} receipts`);
  const sales = new Map<string, number>();
  for (const { kind, outcome, body } of rows) {
    if (kind !== "sale" || outcome !== "done") continue;
    const { device, sequence } = JSON.parse(body) as { device: string; sequence: number };
    sales.set(`${device}.${sequence}`, (sales.get(`${device}.${sequence}`) ?? 0) + 1);
  }
  const honest = [...ledger.sold.keys()].filter((sale) => !copied.has(sale.split(".")[0]!));
  tell(
    report,
    "no sale of an honest till is lost",
    honest.filter((sale) => !sales.has(sale)),
    `${honest.length} sales`,
  );
  const doubled = [...sales].filter(([, times]) => times > 1).map(([sale]) => sale);
  tell(report, "no sale stands twice", doubled, `${sales.size} sales recorded`);
  const kept = await client.query<{ key: string }>("select key::text from answer where key = any($1::uuid[])", [
    ledger.dropped,
  ]);
  tell(
    report,
    "no question that stands in the journal is answered with a problem",
    kept.rows.map(({ key }) => key),
    `${ledger.dropped.length} problems`,
  );
  await judgeCopies(client, copied, report);
}

async function judgeCopies(client: pg.Client, copied: ReadonlySet<string>, report: Report): Promise<void> {
  const { rows } = await client.query<{ key: string }>("select key from device_log where suspended");
  const found = new Set(rows.map(({ key }) => key));
  const missed = [...copied].filter((key) => !found.has(key));
  const blamed = [...found].filter((key) => !copied.has(key));
  tell(report, "every copied till is found", missed, `${copied.size} copied, ${copied.size - missed.length} found`);
  tell(report, "no honest device is blamed", blamed, `${found.size} suspended`);
}

function tell(report: Report, name: string, wrong: readonly string[], tried: string): void {
  const shown = wrong.slice(0, SHOWN_MAX).join("; ");
  report.verdict(
    name,
    wrong.length === 0,
    wrong.length === 0 ? `0 of ${tried}` : `${wrong.length} of ${tried}: ${shown}`,
  );
}
