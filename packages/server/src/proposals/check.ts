import type { ProposalFile } from "@twinline/api";
import { checkAdoption, type ReplayResult } from "@twinline/insight";
import type { Queries } from "../database.ts";
import { type CameSince, type Rates, rates } from "./came-since.ts";

type Check = NonNullable<ProposalFile["check"]>;

/**
 * What the newest report foresaw of 1,000 lines, and what came since the rulebook changed; undefined without a report, or
 * while the law is still the one that the reform was written on.
 */
export async function checkOf(
  queries: Queries,
  since: CameSince,
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
  const came = await since.rates(queries, { rulebook: proposal.base, entry: law[0].entry, burden: result.burden });
  return compared({ before: ratesOf(result, "base"), foreseen: ratesOf(result, "reform"), came }, report.report);
}

/** Every figure that was foreseen, beside what it was and what came; the words are those of insight's adoption check. */
function compared({ before, foreseen, came }: Record<"before" | "foreseen" | "came", Rates>, from: string): Check {
  const forecasts = Object.entries(foreseen.perThousand).map(([figure, forecast]) => ({
    figure,
    unit: "of 1,000 lines",
    before: before.perThousand[figure] ?? 0,
    forecast,
    from,
  }));
  const outcomes = forecasts.map(({ figure }) => ({
    figure,
    value: came.lines === 0 ? null : (came.perThousand[figure] ?? 0),
    source: "journal",
  }));
  const { figures, known, asForecast, againstNoChange } = checkAdoption(forecasts, outcomes);
  return {
    foreseen,
    came,
    figures: figures.map((one) => ({
      figure: one.figure,
      before: one.before,
      foreseen: one.forecast,
      ...(one.actual === null ? {} : { came: one.actual }),
      verdict: one.verdict,
    })),
    known,
    asForecast,
    ...(againstNoChange === null ? {} : { againstNoChange }),
  };
}

function ratesOf({ history: { lines }, outcomes, totals, burden }: ReplayResult, of: "base" | "reform"): Rates {
  const verdicts = Object.entries(outcomes.verdict ?? {}).map(([code, pair]): [string, number] => [code, pair[of]]);
  const paid = burden === undefined ? undefined : totals.amounts[burden]?.[of];
  return rates(lines, new Map(paid === undefined ? verdicts : [...verdicts, [burden!, paid]]));
}
