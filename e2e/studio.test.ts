import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { StudioPage } from "./studio-page.ts";
import { startTestZone, type TestZone } from "./test-zone.ts";
import { traveller } from "./travellers.ts";

const ALLOWANCE = "duty-free allowance of the day";

describe("Given an analyst at the studio, on the Chinese law of departures", () => {
  let browser: Browser | undefined;
  let zone: TestZone;
  let studio: StudioPage;

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    zone = await startTestZone();
    studio = await StudioPage.open(browser, zone.url, await zone.link("analyst"));
  });
  after(async () => {
    await browser?.close();
    await zone?.[Symbol.asyncDispose]();
  });

  test("when she looks at the allowance, then its history and the words it rests on stand beside it", async () => {
    await studio.page.getByRole("button", { name: ALLOWANCE, exact: true }).click();
    await studio.right.getByText("from 18 April 2012").waitFor();
    await studio.right
      .getByText(/Travellers who go from the centre into China may carry articles worth CNY 8,000/)
      .waitFor();
    await studio.right.getByText(/Confidence: high/).waitFor();
    assert.deepEqual(await studio.look("source"), []);
  });

  test("when she raises it to 12,000, then she sees the sentence of the change and the examples that no longer hold", async () => {
    await studio.change(ALLOWANCE, "2025-01-01", "12000");
    const sentence = /duty-free allowance of the day, since 1 January 2025: CNY\s8,000\.00 becomes CNY\s12,000\.00\./;
    await studio.right.getByText(sentence).waitFor();
    const failing = studio.right
      .locator("li[data-failing=true]")
      .filter({ hasText: "divisible goods of 9,500 pay 20 % on 1,500" });
    await failing.getByText(/tax to pay: expected CNY\s300\.00, the draft gives CNY\s0\.00/).waitFor();
    assert.match(
      await studio.text.inputValue(),
      /\{parameter: daily_allowance, from: 2025-01-01, is: 12000, source: DRAFT\/1\}/,
    );
    assert.ok(await studio.page.getByRole("button", { name: "Save as a reform" }).isDisabled());
    assert.deepEqual(await studio.look("draft"), []);
  });

  test("when she types nonsense into the text, then the finding stands at its line, and goes when she takes it back", async () => {
    const text = await studio.text.inputValue();
    await studio.text.fill(text.replace("is: 12000", "is: plenty"));
    await studio.right.locator("li[data-severity=error]").first().waitFor();
    await studio.right.locator("li[data-severity=error] button").first().click();
    assert.equal(await studio.page.evaluate("document.activeElement?.tagName"), "TEXTAREA");
    await studio.text.fill(text);
    await studio.right.locator("li[data-severity=error]").first().waitFor({ state: "detached" });
  });

  test("when she says of each example that the law means it, then the reform is saved as an entry, and no law changes", async () => {
    const accept = studio.right.getByRole("button", { name: "The law means to change this" });
    for (let left = await accept.count(); left > 0; left -= 1) {
      await accept.first().click();
      await accept.nth(left - 1).waitFor({ state: "detached" });
    }
    await studio.page.getByLabel("Name of the reform").fill("Allowance 12000");
    await studio.page.getByRole("button", { name: "Save as a reform" }).click();
    await studio.right.getByText(/Saved as entry № \d+/).waitFor();
    const list = await studio.page.evaluate<{ rows: { name: string }[] }>(
      "fetch('/api/proposals').then((r) => r.json())",
    );
    assert.deepEqual(
      list.rows.map(({ name }) => name),
      ["khorgos/cn/allowance-12000"],
    );
    assert.deepEqual(await studio.look("saved"), []);
  });

  test("when she begins anew with a cell of the table of verdicts, then its column is told in words and judged too", async () => {
    await studio.page.getByRole("button", { name: "Begin the draft anew" }).click();
    await studio.page.getByRole("button", { name: "Change: verdict" }).click();
    await studio.page.getByLabel("In force from").fill("2025-01-01");
    await studio.page.getByLabel("Row 3, ⇒ verdict").fill('"refuse"');
    await studio.right.getByText('The rule "verdict" is changed since 1 January 2025.').waitFor();
    const failing = studio.right.locator("li[data-failing=true]").first();
    await failing.getByText("verdict: expected refer to the desk, the draft gives refuse").waitFor();
    assert.deepEqual(await studio.look("table"), []);
  });

  test("when she takes the saved reform up again, then it is the draft once more", async () => {
    await studio.right.getByRole("button", { name: /Take up khorgos\/cn\/allowance-12000/ }).click();
    await studio.right.locator("li[data-failing=true]").first().waitFor({ state: "detached" });
    assert.match(await studio.text.inputValue(), /is: 12000/);
    assert.deepEqual(studio.complaints, []);
  });

  test("when an administrator and a duty officer adopt a reform of today, then it is the law, and the gate decides by it", async () => {
    const today = Temporal.Now.plainDateISO("Asia/Shanghai").toString();
    await studio.page.getByRole("button", { name: "Begin the draft anew" }).click();
    await studio.change(ALLOWANCE, today, "12000");
    await studio.page.getByLabel("Name of the reform").fill("allowance-today");
    await studio.page.getByRole("button", { name: "Save as a reform" }).click();
    await studio.right.getByText(/Saved as entry № \d+/).waitFor();
    const office = await StudioPage.open(browser!, zone.url, await zone.link("administrator"));
    await office.page.getByText("Draft", { exact: true }).first().click();
    const dialog = office.page.getByRole("dialog");
    const faults = await office.lookAtDialog(
      "adopt",
      office.right.locator("li", { hasText: "allowance-today" }).locator("button").last(),
    );
    assert.deepEqual(faults, []);
    await office.page.getByRole("button", { name: /Adopt khorgos\/cn\/allowance-today/ }).click();
    await dialog.getByText("The rules change from").waitFor();
    await dialog.getByText(`{from: ${today}, is: 12000`).waitFor();
    await dialog.getByLabel(/code/i).fill(await zone.second("duty_officer"));
    await dialog.getByRole("button", { name: "Adopt with a second officer" }).click();
    await dialog.waitFor({ state: "detached" });
    await office.page.getByRole("button", { name: ALLOWANCE, exact: true }).click();
    await office.right.getByText("CNY 12,000.00").first().waitFor();
    const document = traveller("N12345678", "AKHMETOVA AIGERIM");
    await zone.pass({ document });
    const goods = [
      { hs: "6109", category: "textile", quantity: 1, massGrams: 1, valueMinor: 11_000_00, indivisible: false },
    ];
    const answer = await zone.pass({ document, direction: "out", goods });
    assert.deepEqual([answer.verdict, answer.goods[0]?.tax.minor], ["admit", 0]);
    assert.deepEqual(office.complaints, []);
  });
});
