import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { keep, look, wantsPictures } from "./looking.ts";
import { StudioPage } from "./studio-page.ts";
import { startTestZone, type TestZone } from "./test-zone.ts";
import { traveller } from "./travellers.ts";

const ALLOWANCE = "duty-free allowance of the day";
const goods = (valueMinor: number, category = "textile") => [
  { hs: "6109", category, quantity: 2, massGrams: 3_000, valueMinor, indivisible: false },
];

describe("Given an analyst of a zone where eight travellers have carried goods out", () => {
  let browser: Browser | undefined;
  let zone: TestZone;
  let desk: ConsolePage;

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    zone = await startTestZone();
    const values = [950_000, 1_100_000, 1_300_000, 700_000, 1_250_000, 900_000, 400_000, 1_600_000];
    for (const [at, value] of values.entries()) {
      const document = traveller(`N2000000${at}`, "WITH GOODS", ["KZ", "CN", "RU", "KZ"][at % 4]);
      await zone.pass({ document });
      await zone.pass({ direction: "out", document, goods: goods(value) });
    }
  });
  after(async () => {
    await browser?.close();
    await zone?.[Symbol.asyncDispose]();
  });

  test("when she raises the allowance to 12,000 in the studio and saves it, then one press leads to the replay", async () => {
    const studio = await StudioPage.open(browser!, zone.url, await zone.link("analyst"));
    await studio.page.getByRole("button", { name: ALLOWANCE, exact: true }).click();
    await studio.change(ALLOWANCE, "2027-01-01", "12000");
    await studio.page.getByLabel("Name of the reform").fill("Allowance 12000");
    await studio.page.getByRole("button", { name: "Save as a reform" }).click();
    await studio.right.getByText(/Saved as entry № \d+/).waitFor();
    await studio.page.getByRole("link", { name: "Replay the year under it" }).first().click();
    await studio.page.getByRole("button", { name: "Replay the year" }).waitFor();
    assert.deepEqual(studio.complaints, []);
    await studio.page.context().close();
  });

  test("when she presses replay, then progress is shown, and the report's title is the finding", async () => {
    desk = await ConsolePage.open(browser!, zone.url, await zone.link("analyst"));
    await desk.visit("/replays");
    await desk.page.getByRole("button", { name: "Replay the year" }).click();
    await desk.page.getByRole("link", { name: "Read the report" }).first().click({ timeout: 60_000 });
    await desk.page.getByRole("heading", { name: /Travellers would pay ¥[\d,]+(\.\d\d)? less/ }).waitFor();
    await desk.page.locator(".lab-plot").nth(2).waitFor();
    await desk.page.getByText("People are assumed to behave as they did").waitFor();
    assert.deepEqual(await desk.lookAround("report"), []);
    assert.deepEqual(desk.complaints, []);
  });

  test("when she opens an example, then both decisions are told with their provisions", async () => {
    await desk.speak("en");
    await desk.page
      .getByRole("button", { name: /^Passage \d+, line 1/ })
      .first()
      .click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByText("under the reform").first().waitFor();
    assert.ok((await dialog.locator("cite").count()) > 0);
    const faults = [...(await look(desk.page, "console-report-example-en"))];
    await dialog.getByRole("button", { name: "Close" }).click();
    for (const [language, close] of [
      ["zh", "关闭"],
      ["kk", "Жабу"],
      ["ru", "Закрыть"],
    ] as const) {
      await desk.speak(language);
      await desk.page.locator(".change-list button").first().click();
      await dialog.locator("cite").first().waitFor();
      faults.push(...(await look(desk.page, `console-report-example-${language}`)));
      await dialog.getByRole("button", { name: close }).click();
    }
    assert.deepEqual(faults, []);
  });

  test("when she prints it, then it is one page, and her data come out as CSV and JSON", async () => {
    for (const language of ["zh", "kk", "ru", "en"]) {
      await desk.speak(language);
      const pdf = await desk.page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
      if (wantsPictures()) keep(`report-${language}.pdf`, pdf);
      assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, language);
    }
    const [csv] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.locator(".scene-head").getByRole("button", { name: "Export CSV" }).click(),
    ]);
    assert.match(readFileSync((await csv.path())!, "utf8"), /^\ufeffdimension,key,lines,/);
    const [json] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Download data (JSON)" }).click(),
    ]);
    assert.equal(JSON.parse(readFileSync((await json.path())!, "utf8")).history, "journal");
  });

  test("when a made-up year is replayed and the page is loaded anew, then the same progress stands there, to be cancelled", async () => {
    await desk.visit("/replays");
    await desk.page.getByText("A made-up year", { exact: true }).click();
    await desk.page.getByLabel("Passages").selectOption("1000000");
    await desk.page.getByRole("button", { name: "Replay the year" }).click();
    await desk.page.locator("progress").waitFor();
    await desk.page.reload();
    await desk.page.locator("progress").waitFor();
    await desk.isWhole("replays");
    await desk.page.getByRole("button", { name: "Cancel" }).click();
    await desk.page.locator("progress").waitFor({ state: "detached" });
    await desk.page.getByText("cancelled").first().waitFor();
  });

  test("when she writes down the problem and what openness says, then the proposal moves on, and every step has its entry", async () => {
    await desk.visit("/proposals");
    await desk.rows().first().click();
    await desk.page.getByRole("heading", { name: "The way into law" }).waitFor();
    await desk.page.getByRole("button", { name: "Analysis is complete" }).click();
    await desk.page.getByText("A note on the problem is missing").waitFor();
    for (const [about, words] of [
      ["problem", "Traders leave several times a day to stay below the allowance."],
      ["openness", "No rule of the reform reads nationality or side."],
    ] as const) {
      await desk.page.getByLabel("About", { exact: true }).selectOption(about);
      await desk.page.getByLabel("Words").fill(words);
      await desk.page.getByRole("button", { name: "Record it" }).click();
      await desk.page.locator(".notes").getByText(words).waitFor();
    }
    await desk.page.getByRole("button", { name: "Analysis is complete" }).click();
    await desk.page.locator('.track li[aria-current="step"]', { hasText: "analysed" }).waitFor();
    await desk.page.getByRole("button", { name: "Open consultation" }).click();
    await desk.page.locator('.track li[aria-current="step"]', { hasText: "in consultation" }).waitFor();
    await desk.isWhole("proposal");
    await desk.page.getByRole("link", { name: "Openness of the reform" }).click();
    await desk.page.getByText(/No outcome depends on nationality|Outcomes that can depend/).waitFor();
    assert.match(await desk.page.locator("select").first().locator("option:checked").innerText(), /allowance-12000/);
    await desk.visit("/proposals");
    assert.deepEqual(await desk.lookAround("proposals"), []);
    assert.deepEqual(desk.complaints, []);
  });

  test("when both councils have voted for it, then it is accepted; the other side's vote takes a second officer", async () => {
    const office = await ConsolePage.open(browser!, zone.url, await zone.link("administrator"));
    await office.visit("/proposals");
    await office.rows().first().click();
    await office.page.getByRole("button", { name: "Put to the vote" }).click();
    await office.page.locator(".votes").getByRole("button").first().click();
    const dialog = office.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    await office.page.locator(".votes").getByRole("button").first().click();
    await dialog.getByLabel("Entry № in the other side's journal").fill("7");
    await dialog.getByLabel("One-time code").fill(await zone.second("duty_officer", "0209"));
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    await office.page.getByRole("button", { name: "Both councils voted for it" }).click();
    await office.page.locator('.track li[aria-current="step"]', { hasText: "accepted" }).waitFor();
    await office.close();
  });
});
