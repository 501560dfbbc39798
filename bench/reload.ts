import { launchBrowser } from "../e2e/browser.ts";
import { openLine } from "../e2e/cuttable-line.ts";
import { GatePage } from "../e2e/gate-page.ts";
import { startTestZone } from "../e2e/test-zone.ts";
import { passportOf } from "../e2e/travellers.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";

const RELOADS = 10;
const FIRST_PASSPORT = 9_000;
const VERDICT_MS_MAX = 500;

/** Milliseconds: from the reload to the screen, and from the reader's last key to the verdict. */
type Reload = { readonly page: number; readonly verdict: number };

/**
 * A gate whose line to its node is cut is opened anew and decides: from the reload to the screen, and from the last key of
 * the reader to the verdict, in a real browser. Both together are what an officer waits for, besides her own hands.
 */
export async function run(report: Report, _options: CampaignOptions): Promise<void> {
  const browser = await launchBrowser(report.say);
  if (!browser) throw new Error("Cannot measure the reload: no browser is to be had here");
  const line = await openLine();
  await using zone = await startTestZone(undefined, line);
  try {
    const gate = await GatePage.open(browser, line.url, await zone.token("duty_officer"));
    await gate.isReadyAlone();
    await line.cut();
    const reloads: Reload[] = [];
    for (let at = 0; at < RELOADS; at += 1) reloads.push(await reload(gate, FIRST_PASSPORT + at));
    const all = reloads.map(({ page, verdict }) => page + verdict).sort((a, b) => a - b);
    const [median = 0, slowest = 0] = [all[Math.floor(all.length / 2)], all.at(-1)];
    report.figure("reload.page", Math.max(...reloads.map(({ page }) => page)), "ms");
    report.figure("reload.verdict", Math.max(...reloads.map(({ verdict }) => verdict)), "ms");
    report.figure("reload.median", median, "ms");
    report.verdict(
      "a gate that is opened anew without its node shows a verdict in time",
      slowest < VERDICT_MS_MAX,
      `slowest of ${RELOADS}: ${slowest.toFixed(0)} ms, median ${median.toFixed(0)}; under ${VERDICT_MS_MAX}`,
    );
  } finally {
    await browser.close();
    await line.cut();
  }
}

/** One reload and one traveller, who is let in and whose pass is given out. */
async function reload(gate: GatePage, passport: number): Promise<Reload> {
  const page = await gate.reopen();
  const verdict = await gate.timeVerdict(passportOf(passport));
  await gate.press("F8");
  await gate.says("Ready");
  return { page, verdict };
}
