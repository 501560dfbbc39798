import type { ProposalFile } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import { type Body, decisionsOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Entries after the change of law that a comparison reads, the first ones: enough for shares, and bounded. */
export const CHECK_ENTRIES_MAX = 20_000;
const PAGE = 2_000;
/** Comparisons whose sums are remembered at once. */
const KEPT_MAX = 50;

export type Rates = NonNullable<ProposalFile["check"]>["came"];

/** Decisions of a rulebook after the entry that put its text in force, and the output that says what is paid. */
export type Since = { readonly rulebook: string; readonly entry: number; readonly burden: string | undefined };

type Tally = {
  /** The last entry read, and how many were. */
  readonly after: number;
  readonly read: number;
  readonly lines: number;
  readonly sums: ReadonlyMap<string, number>;
};

/**
 * What came since a change of law. Entries never change, so that each is read once: the next comparison goes on where the
 * last one stopped.
 */
export class CameSince {
  readonly #kept = new Map<string, Tally>();

  async rates(queries: Queries, since: Since): Promise<Rates> {
    const key = JSON.stringify([since.rulebook, since.entry, since.burden]);
    let tally = this.#kept.get(key) ?? { after: since.entry, read: 0, lines: 0, sums: new Map() };
    while (tally.read < CHECK_ENTRIES_MAX) {
      const limit = Math.min(PAGE, CHECK_ENTRIES_MAX - tally.read);
      const { rows } = await queries.query<Row>(
        "select number, body from entry where kind = 'passage' and number > $1 order by number limit $2",
        [tally.after, limit],
      );
      tally = withRows(tally, rows, since);
      if (rows.length < limit) break;
    }
    if (this.#kept.size >= KEPT_MAX && !this.#kept.has(key)) this.#kept.clear();
    this.#kept.set(key, tally);
    return rates(tally.lines, tally.sums);
  }
}

type Row = { readonly number: number; readonly body: string };

function withRows(tally: Tally, rows: readonly Row[], { rulebook, burden }: Since): Tally {
  const sums = new Map(tally.sums);
  const add = (name: string, amount: number) => sums.set(name, (sums.get(name) ?? 0) + amount);
  let { lines } = tally;
  for (const { body } of rows) {
    for (const { rulebook: name, outputs } of decisionsOf(parseCanonical(body) as Body)) {
      if (name !== rulebook) continue;
      lines += 1;
      add(String(outputs.verdict), 1);
      const paid = burden === undefined ? undefined : outputs[burden];
      if (typeof paid === "number") add(burden!, paid);
    }
  }
  return { after: rows.at(-1)?.number ?? tally.after, read: tally.read + rows.length, lines, sums };
}

/** Sums as what comes of 1,000 lines. */
export function rates(lines: number, sums: ReadonlyMap<string, number>): Rates {
  const each = [...sums].map(([name, sum]) => [name, lines === 0 ? 0 : Math.round((sum * 1000) / lines)]);
  return { lines, perThousand: Object.fromEntries(each) };
}
