import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { GatePage } from "./gate-page.ts";
import { languages, look, speak } from "./looking.ts";
import { startTestZone, type TestZone } from "./test-zone.ts";
import { passportOf, traveller } from "./travellers.ts";

const PASSED = 6;
/** ux.md T4: the usual booth and the smallest. */
const USUAL = { width: 1280, height: 800 };
const SMALLEST = { width: 1024, height: 768 };

describe("Given a lane that passes people, and its officer with a line before the glass", () => {
  let browser: Browser | undefined;
  let zone: TestZone;
  let gate: GatePage;

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    zone = await startTestZone();
    for (let n = 0; n < PASSED; n += 1) await zone.pass({ document: traveller(`N4000000${n}`, `TRAVELLER ${n}`) });
    gate = await GatePage.open(browser, zone.url, await zone.token("duty_officer"));
    await gate.page.getByRole("button", { name: /^Officer/ }).click();
    await gate.page.getByRole("button", { name: "Sign out" }).click();
    await gate.page.goto("about:blank");
    await gate.page.goto(`${zone.url}/gate/#link=${await zone.token("gate_officer")}`);
    await gate.page.getByRole("button", { name: "Register a passkey" }).click();
    await gate.page.locator(".gate").waitFor();
  });
  after(async () => {
    await browser?.close();
    await zone?.[Symbol.asyncDispose]();
  });

  test("when she presses how many wait, then it is recorded in one press, and a reader's keys press nothing of it", async () => {
    const faults: string[] = [];
    await gate.page.setViewportSize(SMALLEST);
    for (const [language] of languages) {
      await speak(gate.page, language);
      faults.push(...(await look(gate.page, `gate-uncounted-${language}`)));
    }
    await speak(gate.page, "en");
    await gate.page.setViewportSize(USUAL);
    await gate.page.getByRole("button", { name: "About 40 wait" }).click();
    await gate.page.getByText(/Recorded: about 40 at \d\d:\d\d/).waitFor();
    assert.doesNotMatch(await gate.page.evaluate<string>("document.activeElement?.className ?? ''"), /ui-button/);
    for (const [language] of languages) {
      await speak(gate.page, language);
      faults.push(...(await look(gate.page, `gate-count-${language}`)));
    }
    assert.deepEqual(faults, []);
    await speak(gate.page, "en");
    await gate.scan(passportOf(1));
    await gate.says("Admit");
    assert.equal(await gate.page.locator(".count").count(), 0, "a traveller at the window comes first");
  });

  test("when the duty officer looks at her board, then the forecast says on which count it rests, in four languages", async () => {
    const desk = await ConsolePage.open(browser!, zone.url, await zone.link("duty_officer"));
    await desk.visit("/board");
    const strip = desk.page.locator(".board-waits");
    await strip
      .getByText(/Rests on counts at 1 of 1 open lanes, last at \d\d:\d\d: about 40 people; \d+ passed an hour/)
      .waitFor();
    await desk.isWhole("board-rests");
    await desk.speak("en");
    await strip.getByRole("link").first().click();
    await desk.page.getByText("How this was worked out").first().click();
    await desk.page.getByText(/40: from 1 of 1 open lanes, counted at/).waitFor();
    assert.deepEqual(desk.complaints, []);
    await desk.close();
  });
});
