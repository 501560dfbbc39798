import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { startTestZone, type TestZone } from "./test-zone.ts";
import { traveller } from "./travellers.ts";
import { until } from "./until.ts";

const person = (n: number, name = `TRAVELLER ${n}`) => traveller(`N3000${String(n).padStart(4, "0")}`, name);
const shirts = {
  hs: "6109",
  category: "textile",
  quantity: 2,
  massGrams: 900,
  valueMinor: 100_000,
  indivisible: false,
};
const SHOPPERS = [1, 2, 3, 4, 5, 6, 7, 8];

describe("Given a busy lane, a refusal, an exit without entry and eight shoppers with one payer", () => {
  let browser: Browser | undefined;
  let zone: TestZone;
  let desk: ConsolePage;
  const exits: number[] = [];
  let refusal = 0;

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    zone = await startTestZone();
    for (const n of SHOPPERS) await zone.pass({ document: person(n) });
    for (const n of SHOPPERS)
      exits.push((await zone.pass({ direction: "out", document: person(n), goods: [shirts] })).receipt.number);
    for (const n of [20, 21, 22]) await zone.pass({ document: person(n) });
    const old = { ...person(30, "OLD PAPERS"), expires: "2020-01-01" };
    refusal = (await zone.pass({ document: old })).receipt.number;
    await zone.pass({ direction: "out", document: person(31, "NEVER ENTERED") });
    desk = await ConsolePage.open(browser, zone.url, await zone.link("duty_officer"));
  });
  after(async () => {
    await browser?.close();
    await zone?.[Symbol.asyncDispose]();
  });

  test("when she opens the board, then one glance says who is inside, who was stopped and which lane works", async () => {
    await desk.page.getByRole("link", { name: "Duty board" }).click();
    await desk.page.locator(".board-tiles").waitFor();
    const tile = (name: string) => desk.page.locator(".board-tile", { hasText: name }).locator("strong");
    assert.equal(await tile("inside now").textContent(), "3");
    assert.equal(await tile("Refuse").textContent(), "1");
    assert.equal(await tile("Refer").textContent(), "1");
    assert.equal(await tile("without their pair").textContent(), "1");
    await desk.page.locator(".lab-plot").waitFor();
    assert.equal(await desk.page.locator(".board-lane").count(), 49);
    await desk.page.getByRole("link", { name: /lane 1: 21 an hour/ }).waitFor();
    await desk.isWhole("board");
    assert.deepEqual(desk.complaints, []);
  });

  test("when she looks at the plan of the zone, then halves, gates and functions stand in it, and a lane opens its entries", async () => {
    await desk.page.getByRole("link", { name: "Plan of the zone" }).click();
    await desk.page.locator(".plan-zone").waitFor();
    await desk.page.getByText("3 people inside").waitFor();
    await desk.page.getByRole("region", { name: "Chinese part" }).getByText("3 entered by this gate").waitFor();
    assert.equal(await desk.page.locator(".plan-unplaced li").count(), 9, "no source places nine of ten functions");
    assert.equal(await desk.page.locator(".plan-gate .board-lane").count(), 49);
    await desk.page.getByRole("region", { name: "Kazakh gate" }).getByText("manual lanes: 2").waitFor();
    await desk.isWhole("zone");
    await desk.page.getByRole("link", { name: /lane 1: 21 an hour/ }).click();
    await desk.page.waitForURL(/\/entries\?.*lane=/);
    await desk.visit("/zone");
    await desk.page.getByRole("link", { name: "What if a hall had more lanes?" }).click();
    await desk.page.locator("#what-if").waitFor();
    await desk.page.route("**/api/layout**", (route) => route.abort());
    await desk.page.route("**/api/supervision/board**", (route) => route.abort());
    await desk.page.goBack();
    await desk.page.getByRole("alert").waitFor({ timeout: 20_000 });
    assert.deepEqual(await desk.lookAround("zone-cut", ["kk"]), []);
    await desk.page.unroute("**/api/layout**");
    await desk.page.unroute("**/api/supervision/board**");
    await desk.speak("en");
    assert.deepEqual(desk.complaints, []);
  });

  test("when people are counted and the wait rises, then the board advises lanes and the working stands behind it", async () => {
    await desk.visit("/capacity");
    const line = desk.page.getByRole("region", { name: "CN-1 · manual lanes" });
    await line.getByText("What is open is enough.").waitFor();
    await line.getByRole("button", { name: "Count people waiting…" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Record" }).click();
    await dialog.getByText("A whole number").waitFor();
    await dialog.getByLabel("People standing there now").fill("400");
    await dialog.getByRole("button", { name: "Record" }).click();
    await line.getByText(/Open 2 more lanes: the wait falls from \d+\smin/).waitFor();
    assert.match((await line.locator(".lab-figures dd").first().textContent()) ?? "", /^100\smin$/);
    await desk.visit("/board");
    const advice = desk.page.locator(".board-waits [data-urgent] a");
    await advice.getByText(/100\smin now/).waitFor();
    await advice.click();
    await desk.page.waitForURL(/\/capacity/);
    await line.getByText("How this was worked out").click();
    await line.getByText(/400, counted at/).waitFor();
    await line.getByText(/15 \(the zone's figure: E34, not sure\)/).waitFor();
    await desk.isWhole("capacity");
    await line.getByRole("link", { name: /400, counted at/ }).click();
    await desk.panel.getByText("people waiting counted").waitFor();
  });

  test("when she asks why somebody was refused, then the very entry opens with its reasons", async () => {
    await desk.visit("/board");
    const reasons = desk.page.locator(".board-reasons li", { hasText: "Refuse" });
    await reasons.getByRole("link").click();
    await desk.page.waitForURL(new RegExp(`open=${refusal}`));
    await desk.panel.getByRole("heading", { name: `Entry № ${refusal}` }).waitFor();
    await desk.panel.getByText("Decided again just now: the same, byte for byte").waitFor();
    assert.equal(await desk.rows().count(), 1, "The list holds what the figure counted");
  });

  test("when she wants the lanes as rows, then they sort, filter and go out as CSV", async () => {
    await desk.visit("/board?view=table");
    await desk.rows().nth(48).waitFor();
    assert.match((await desk.rows().first().textContent()) ?? "", /manual lanes/);
    await desk.page.getByLabel("Filter").fill("vehicle");
    await until(desk.page, "document.querySelectorAll('.scene .ui-table tbody tr').length === 1");
    const [file] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const text = readFileSync((await file.path())!, "utf8");
    assert.equal(text.trim().split("\r\n").length, 2);
    assert.match(text, /^\ufeffLane,Gate,/);
  });

  test("when one payer is noted for eight shoppers, then the score says why, and stops nobody", async () => {
    await desk.visit("/cases");
    for (const passage of exits) {
      for (const kind of ["payer", "receiver"]) {
        await desk.page.getByRole("button", { name: "Note a payer" }).click();
        const dialog = desk.page.getByRole("dialog");
        await dialog.getByLabel("Entry № of the passage").fill(String(passage));
        await dialog.getByLabel("What").selectOption(kind);
        await dialog.getByLabel("Number", { exact: true }).fill("6222 0211 0011");
        await dialog.getByRole("button", { name: "Note", exact: true }).click();
        await dialog.waitFor({ state: "detached" });
      }
    }
    await desk.rows().nth(7).waitFor();
    await desk.rows().first().click();
    await desk.panel.getByText("Score 40 of 100").waitFor();
    await desk.panel.getByText("others with the same payer: 7").waitFor();
    await desk.panel.getByText("20 of 20 points").first().waitFor();
    await desk.isWhole("runners");
    assert.equal((await zone.pass({ document: person(1) })).verdict, "admit");
  });

  test("when a case is opened, then it is told, found by two and ends by itself; the verdict is the gate's", async () => {
    await desk.visit("/cases?tab=missing_pair");
    await desk.rows().filter({ hasText: "NEVER ENTERED" }).click();
    await desk.panel.getByRole("button", { name: "Open a case" }).click();
    await desk.panel.getByRole("button", { name: "Tell the person…" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByLabel("How").selectOption("paper");
    await dialog.getByRole("button", { name: "Record the notice" }).click();
    await desk.panel.getByText("person told").first().waitFor();
    await desk.panel.getByRole("button", { name: "Make a finding…" }).click();
    await dialog.getByLabel("Finding").selectOption("restricted");
    await dialog.getByLabel("Reason").selectOption("missing_pair");
    const code = await zone.second("duty_officer", "0209");
    await dialog.getByLabel("One-time code").fill(code);
    await dialog.getByRole("button", { name: "Record the finding" }).click();
    await desk.panel.getByText("This finding changes no verdict by itself").waitFor();
    await desk.isWhole("case");
    await desk.panel.getByRole("button", { name: "Record an appeal…" }).click();
    await dialog.getByLabel("Ground").selectOption("wrong_record");
    await dialog.getByRole("button", { name: "Record the appeal" }).click();
    await desk.panel.getByText("appealed").first().waitFor();
    assert.equal(await desk.panel.getByRole("button", { name: "Decide the appeal…" }).count(), 0, "not by herself");
  });

  test("when she asks for a hall of sixty lanes, then she sees how far it is and what came of it, with its interval", async () => {
    await desk.visit("/capacity");
    await desk.page.getByLabel("Lanes", { exact: true }).fill("60");
    await desk.page.getByLabel("People arriving an hour").fill("13000");
    await desk.page.getByRole("button", { name: "Simulate" }).click();
    await desk.page.getByText("60 lanes, 13,000 people an hour, 15 s each").waitFor();
    await desk.page
      .getByText(/95% between [\d.]+ and [\d.]+/)
      .first()
      .waitFor();
    await desk.page.getByText("20 repetitions of 8 hours").waitFor();
    assert.deepEqual(await desk.lookAround("hall", ["en"]), []);
    assert.deepEqual(desk.complaints, []);
  });
});
