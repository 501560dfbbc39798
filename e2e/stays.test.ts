import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { startTestZone, type TestClock, type TestZone } from "./test-zone.ts";
import { traveller } from "./travellers.ts";

const lodger = traveller("N40000001", "LATE LODGER");
const doubled = traveller("N40000002", "TWICE ENTERED");
const never = traveller("N40000003", "TWICE LEFT");

describe("Given a lodger of forty-two days, one who entered twice and one who left twice", () => {
  const clock: TestClock = { daysAhead: 0 };
  const numbers = { lodger: 0, first: 0, again: 0, left: 0, leftAgain: 0 };
  let browser: Browser | undefined;
  let zone: TestZone;
  let desk: ConsolePage;

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    zone = await startTestZone(undefined, undefined, clock);
    const passed = async (day: number, request: Parameters<TestZone["pass"]>[0]): Promise<number> => {
      clock.daysAhead = day;
      return (await zone.pass(request)).receipt.number;
    };
    numbers.lodger = await passed(0, { document: lodger });
    numbers.first = await passed(32, { document: doubled });
    await passed(33, { document: never });
    numbers.left = await passed(34, { direction: "out", document: never });
    numbers.again = await passed(39, { document: doubled });
    numbers.leftAgain = await passed(40, { direction: "out", document: never });
    clock.daysAhead = 41;
    desk = await ConsolePage.open(browser, zone.url, await zone.link("duty_officer"));
  });
  after(async () => {
    await browser?.close();
    await zone?.[Symbol.asyncDispose]();
  });

  const evidence = async (): Promise<readonly (string | null)[]> =>
    await desk.panel.locator("section", { hasText: "Evidence in the journal" }).getByRole("link").allTextContents();

  test("when she presses an overstay in the list of stays, then days, rule and entry stand beside it, and one press opens the case", async () => {
    await desk.visit("/stays?list=overstay");
    await desk.rows().filter({ hasText: "LATE LODGER" }).click();
    await desk.panel.getByText("Day 42 of a stay of at most 30 · 12 days past the last day").waitFor();
    await desk.panel.getByText("Characteristics of the centre, 2014 (E2), point 1").waitFor();
    assert.deepEqual(await evidence(), [`№ ${numbers.lodger}`]);
    await desk.isWhole("stays-overstay");
    await desk.panel.getByRole("button", { name: "Open a case" }).click();
    await desk.panel.getByRole("button", { name: "Tell the person…" }).waitFor();
    assert.deepEqual(await evidence(), [`№ ${numbers.lodger}`]);
    await desk.visit(`/stays?list=overstay&root=${numbers.lodger}`);
    await desk.panel.getByRole("button", { name: /Go to the case/ }).waitFor();
  });

  test("when she presses an entry without an exit, then both entries and the house rule stand beside it", async () => {
    await desk.visit("/stays?list=mismatch");
    await desk.rows().filter({ hasText: "TWICE ENTERED" }).click();
    await desk.panel.getByText("At the entry again, and no exit is recorded in between").waitFor();
    await desk.panel.getByText("House rule 5 of the zone (not law, unverified)").waitFor();
    assert.deepEqual(await evidence(), [`№ ${numbers.first}`, `№ ${numbers.again}`]);
    await desk.isWhole("stays-missing-exit");
  });

  test("when she finds an exit without an entry among the cases, then a case opens with both exits as its evidence", async () => {
    await desk.visit("/cases?tab=missing_pair");
    await desk.rows().filter({ hasText: "TWICE LEFT" }).click();
    await desk.panel.getByText("At the exit, and no entry is recorded before it").waitFor();
    await desk.isWhole("cases-missing-entry");
    await desk.panel.getByRole("button", { name: "Open a case" }).click();
    await desk.panel.getByRole("button", { name: "Tell the person…" }).waitFor();
    assert.deepEqual(await evidence(), [`№ ${numbers.left}`, `№ ${numbers.leftAgain}`]);
    await desk.visit("/cases?tab=overstay");
    await desk.rows().filter({ hasText: "LATE LODGER" }).click();
    await desk.panel.getByText("still inside").waitFor();
    await desk.isWhole("cases-overstay");
    assert.deepEqual(desk.complaints, []);
  });
});
