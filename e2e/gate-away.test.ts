import assert from "node:assert/strict";
import { test } from "node:test";
import { routes, type Status } from "@twinline/api";
import { launchBrowser } from "./browser.ts";
import { type Line, openLine } from "./cuttable-line.ts";
import { GatePage } from "./gate-page.ts";
import { complaintsOf } from "./looking.ts";
import { startTestZone } from "./test-zone.ts";
import { passportOf } from "./travellers.ts";

/** Numbers of passports of this journey: nobody else has them. */
const [FIRST, SECOND] = [71, 72];

async function entriesOf(url: string): Promise<number> {
  return ((await (await fetch(url + routes.status.path)).json()) as Status).entries;
}

async function decide(gate: GatePage, passport: number, word: string): Promise<void> {
  await gate.scan(passportOf(passport));
  await gate.says(word);
}

async function confirm(gate: GatePage): Promise<void> {
  await gate.press("F8");
  await gate.says("Ready");
}

/** Since the line was cut the gate decides alone, and says so. */
async function decidesAlone(gate: GatePage, line: Line): Promise<void> {
  await line.cut();
  await gate.page.locator(".ui-ladder").filter({ hasText: "Node cut off" }).waitFor();
  await decide(gate, FIRST, "Admit");
  await gate.page.getByText(/Decided on this device · № 1/).waitFor();
  await gate.isWhole("away-admit-live");
  await confirm(gate);
  assert.equal(await gate.printed(), 1, "the pass is printed without the node");
  await gate.page.getByText(/this device decides/).waitFor();
  await gate.page.getByText(/1 to send/).waitFor();
  await gate.isWhole("away-ready-live");
}

/** The page opens from the device alone; the times are printed, not judged. */
async function opensAlone(gate: GatePage): Promise<void> {
  const opened = await gate.reopen();
  const decided = await gate.timeVerdict(passportOf(SECOND));
  console.log(`offline reload: page ${Math.round(opened)} ms, last key to verdict ${Math.round(decided)} ms`);
  await confirm(gate);
}

/** It knows again whom it let in, and lets nobody in twice. */
async function knowsItsOwn(gate: GatePage): Promise<void> {
  await gate.scan(passportOf(FIRST));
  await gate.verdict.filter({ hasText: "Refer" }).waitFor();
  await gate.page.keyboard.press("Escape");
  await gate.press("Escape");
  await gate.page.getByRole("radio", { name: "Out", exact: true }).click({ force: true });
  await gate.scan(passportOf(SECOND));
  await gate.says("Any goods?");
  await gate.isWhole("away-leaving-live");
  await gate.press("F9");
  await gate.says("Let leave");
}

test("Given a gate that is at work", async (given) => {
  const browser = await launchBrowser(console.log);
  assert.ok(browser, "no browser is to be had here");
  const line = await openLine();
  await using zone = await startTestZone(undefined, line);
  try {
    const gate = await GatePage.open(browser, line.url, await zone.token("duty_officer"));
    const complaints = complaintsOf(gate.page);
    await gate.isReadyAlone();
    const before = await entriesOf(zone.url);
    await given.test("when its line is cut, then it decides by itself and says so in four languages", () =>
      decidesAlone(gate, line),
    );
    await given.test("when it is opened anew without the node, then it works on", () => opensAlone(gate));
    await given.test("when somebody it let in comes back or leaves, then it knows her", () => knowsItsOwn(gate));
    await given.test("when the line is back, then everything is in the journal once", async () => {
      await line.mend();
      await gate.page.getByText(/4 decisions made without the node/).waitFor();
      assert.equal((await entriesOf(zone.url)) - before, 4);
      await gate.page.reload();
      await gate.page.locator(".gate").waitFor();
      await gate.page.waitForTimeout(1_500);
      assert.equal((await entriesOf(zone.url)) - before, 4, "what was sent is not sent again");
      assert.deepEqual(complaints, []);
    });
  } finally {
    await browser.close();
    await line.cut();
  }
});
