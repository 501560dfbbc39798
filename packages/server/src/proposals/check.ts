import type { ProposalFile } from "@twinline/api";
import type { ReplayResult } from "@twinline/insight";
import { parseCanonical } from "@twinline/journal";
import { type Body, decisionsOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Entries after the change of law that a comparison reads, the first ones: enough for shares, and bounded. */
export const CHECK_ENTRIES_MAX = 20_000;
const PAGE = 2_000;

type Rates = NonNullable<ProposalFile["check"]>["came"];

/**
 * What the newest report foresaw of 1,000 lines, and what came since the rulebook changed; undefined without a report, or
 * while the law is still the one that the reform was written on.
 */
export async function checkOf(
  queries: Queries,
  file: Pick<ProposalFile, "proposal" | "report">,
): Promise<ProposalFile["check"]> {
  const { proposal, report } = file;
  if (report === undefined) return undefined;
  const { rows: law } = await queries.query<{ hash: string; entry: number }>(
    "select hash, entry from rulebook where key = $1",
    [proposal.base],
  );
  if (law[0] === undefined || law[0].hash === proposal.baseHash) return undefined;
  const { rows } = await queries.query<{ text: string }>("select text from words where hash = $1", [report.report]);
  if (rows[0] === undefined) return undefined;
  const { result } = JSON.parse(rows[0].text) as { result: ReplayResult };
  return { foreseen: foreseenBy(result), came: await cameSince(queries, proposal.base, law[0].entry) };
}

function foreseenBy({ history: { lines }, outcomes, totals, burden }: ReplayResult): Rates {
  const verdicts = Object.entries(outcomes.verdict ?? {}).map(([code, { reform }]): [string, number] => [code, reform]);
  const paid = burden === undefined ? undefined : totals.amounts[burden]?.reform;
  return rates(lines, new Map(paid === undefined ? verdicts : [...verdicts, [burden!, paid]]));
}

async function cameSince(queries: Queries, rulebook: string, entry: number): Promise<Rates> {
  const sums = new Map<string, number>();
  const add = (name: string, amount: number) => sums.set(name, (sums.get(name) ?? 0) + amount);
  let lines = 0;
  let after = entry;
  for (let read = 0; read < CHECK_ENTRIES_MAX; read += PAGE) {
    const { rows } = await queries.query<{ number: number; body: string }>(
      "select number, body from entry where kind = 'passage' and number > $1 order by number limit $2",
      [after, PAGE],
    );
    for (const { body } of rows) {
      for (const { rulebook: name, outputs } of decisionsOf(parseCanonical(body) as Body)) {
        if (name !== rulebook) continue;
        lines += 1;
        add(String(outputs.verdict), 1);
        if (typeof outputs.tax === "number") add("tax", outputs.tax);
      }
    }
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.number;
  }
  return rates(lines, sums);
}

function rates(lines: number, sums: ReadonlyMap<string, number>): Rates {
  const each = [...sums].map(([name, sum]) => [name, lines === 0 ? 0 : Math.round((sum * 1000) / lines)]);
  return { lines, perThousand: Object.fromEntries(each) };
}
