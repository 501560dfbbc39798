import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { startTestZone, type TestZone } from "./test-zone.ts";

/** Tall, so that the pictures of a scene and its tables are seen at once. */
const TALL = { width: 1280, height: 1800 };

describe("Given an analyst in the policy lab", () => {
  let browser: Browser | undefined;
  let zone: TestZone;
  let desk: ConsolePage;

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    zone = await startTestZone();
    desk = await ConsolePage.open(browser, zone.url, await zone.link("analyst"));
    await desk.page.setViewportSize(TALL);
  });
  after(async () => {
    await browser?.close();
    await zone?.[Symbol.asyncDispose]();
  });

  const isWhole = async (name: string): Promise<void> => {
    await desk.isWhole(name);
    assert.deepEqual(desk.complaints, []);
  };

  test("when she asks where passports matter, then she reads which outcomes, under which provision, and opens a twin", async () => {
    await desk.visit("/openness");
    await desk.page.getByText(/Outcomes that can depend on nationality or side: \d+ of \d+/).waitFor();
    await desk.page.getByText(/Decisions that would differ with another passport: \d+ of \d+/).waitFor();
    await isWhole("openness");
    await desk.page.locator(".row-acts button").first().click();
    await desk.page.getByRole("dialog").getByText("as it was").waitFor();
    await desk.page.getByRole("button", { name: "Close" }).click();
  });

  test("when she reads the indicators, then every figure has its source, and doubts and contradictions are marked", async () => {
    await desk.visit("/indicators");
    await desk.page.getByRole("heading", { name: "Sources that contradict each other" }).waitFor();
    await desk.page.locator(".lab-plot").first().waitFor();
    assert.ok((await desk.page.locator(".lab-doubt").count()) > 10);
    const figures = desk.page.locator(".lab-panel", { hasText: "Figures with source and doubt" });
    await figures.getByLabel("Filter").fill("jobs");
    await figures.locator("tbody tr").nth(1).waitFor({ state: "detached" });
    assert.match((await figures.locator("tbody tr").first().textContent()) ?? "", /2016/);
    await isWhole("indicators");
  });

  test("when she moves a weight, then the windows are computed anew; the formula stands beside, and which changes it misses", async () => {
    await desk.visit("/streams");
    const finding = desk.page.locator(".lab-picture figcaption strong").first();
    await finding.waitFor();
    const before = await desk.page.getByText(/Best quarter/).textContent();
    await desk.page.getByLabel("weight of the problem stream").fill("25");
    await desk.page
      .getByText(/Best quarter/)
      .filter({ hasNotText: before! })
      .waitFor();
    await desk.page.getByText(/historic changes fell into an open window/).waitFor();
    await desk.page.getByText("Formula").click();
    await desk.page.getByText(/score = \(problem\^w1/).waitFor();
    await isWhole("streams");
  });

  test("when she takes a link away, then the atlas tells whose role changes", async () => {
    await desk.visit("/atlas");
    await desk.page.locator(".lab-plot").waitFor();
    await desk.page.getByLabel("What if a link were lost").selectOption("KHORGOS|NUR-ZHOLY");
    await desk.page
      .getByRole("status")
      .filter({ hasText: /Roles that change|No role changes/ })
      .waitFor();
    await isWhole("atlas");
  });

  test("when she moves a price with the arrow keys, then the result and its interval move, beside what is written", async () => {
    await desk.visit("/impact");
    const finding = desk.page.getByRole("status").filter({ hasText: "netWelfareChange" });
    await finding.filter({ hasText: "−11.25" }).waitFor();
    const slider = desk.page.getByRole("slider", { name: "Price before tariff: Nation 3" });
    await slider.focus();
    for (let step = 0; step < 10; step += 1) await slider.press("ArrowLeft");
    assert.equal(await slider.getAttribute("aria-valuetext"), "1.4");
    await finding.filter({ hasText: "netWelfareChange: −6.6;" }).waitFor();
    await isWhole("impact-moved");
    await desk.page.getByRole("button", { name: "Back to what is written" }).click();
    await finding.filter({ hasText: "−11.25" }).waitFor();
  });

  test("when she computes a customs union, then the triangles, the tornado and the working are shown; nonsense is refused in words", async () => {
    await desk.visit("/impact");
    await desk.page.getByRole("button", { name: "Compute" }).click();
    await desk.page.getByText("The union diverts trade: welfare changes by −11.25").waitFor();
    await desk.page.locator(".lab-plot").nth(1).waitFor();
    const working = desk.page.locator(".lab-panel", { has: desk.page.getByRole("heading", { name: "The working" }) });
    const welfare = working.getByRole("row", { name: "netWelfareChange" });
    await welfare.filter({ hasText: "1.25 + 2.5 − 15" }).filter({ hasText: "−11.25" }).waitFor();
    await isWhole("impact");
    for (const model of ["One market (SMART)", "Many regions (GSIM)", "Revenue cascade"]) {
      await desk.page.getByText(model, { exact: true }).click();
      await desk.page.getByRole("button", { name: "Compute" }).click();
      await desk.page.getByRole("heading", { name: "Result with its working" }).waitFor();
    }
    await isWhole("impact-cascade");
    await desk.page.getByRole("textbox").first().fill("{}");
    await desk.page.getByRole("button", { name: "Compute" }).click();
    await desk.page.getByRole("alert").waitFor();
    await desk.page.getByText("Line by line (CSV)", { exact: true }).click();
    await desk.page.getByRole("button", { name: "Compute" }).click();
    await desk.page.getByRole("row", { name: /610910/ }).waitFor();
    await isWhole("impact-lines");
  });
});
