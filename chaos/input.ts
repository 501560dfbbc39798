import { badInput } from "../packages/server/src/testing/bad-input/campaign.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";

const ATTACKS = 20_000;
const ROUNDS = 4;

/** Bad input over every door (promises.md P28, L10): grammar, bent bytes, the nasty list, strange headers. */
export async function run(report: Report, { seed }: CampaignOptions): Promise<void> {
  const faults: string[] = [];
  const resident: number[] = [];
  let tried = 0;
  let sure = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await badInput(ATTACKS / ROUNDS, seed + round * 1_000);
    tried += outcome.attacks;
    sure += outcome.sure;
    faults.push(...outcome.faults);
    resident.push(process.memoryUsage().rss / 2 ** 20);
    report.figure(`slowest answer of round ${round + 1}`, outcome.slowestMs, "ms");
    for (const [status, count] of outcome.statuses) report.say(`  ${count} × ${status}`);
  }
  report.figure("bad requests", tried, "requests");
  report.figure("surely bad", sure, "requests");
  report.figure("memory after the first round", resident[0] ?? 0, "MiB");
  report.figure("memory after the last round", resident.at(-1) ?? 0, "MiB");
  for (const fault of faults) report.say(`  ${fault}`);
  report.verdict(
    "bad input is refused, leaves no row and hurts nothing",
    faults.length === 0,
    `${faults.length} faults`,
  );
  report.verdict("the run was hard enough", sure > tried / 5, `${sure} of ${tried} surely bad`);
}
