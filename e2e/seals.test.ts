import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaptureReport } from "@twinline/api";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { GatePage } from "./gate-page.ts";
import { complaintsOf, look } from "./looking.ts";
import { startTestZone } from "./test-zone.ts";

/** Opens what belongs to the lane, and prints one sheet of seals; the series that the node gave it. */
async function printSheet({ page }: GatePage): Promise<string> {
  await page.getByRole("button", { name: /^Officer/ }).click();
  await page.getByRole("button", { name: "Print seals" }).click();
  const said = await page.getByText("In the register: series").innerText();
  assert.deepEqual(await look(page, "seals-live-printed"), []);
  const series = /series ([A-Z2-9]{7}), numbers 1 to 10/.exec(said)?.[1];
  assert.ok(series, said);
  assert.equal(await page.evaluate("globalThis.printed"), 1);
  assert.equal(await page.locator(".seals section").count(), 10);
  return series;
}

/** Keys in what an officer wrote on a seal, and gives what the page says to it. */
async function keyIn({ page }: GatePage, seal: string, number: string): Promise<string> {
  const dialog = page.getByRole("dialog");
  const wall = Temporal.Now.zonedDateTimeISO("Asia/Shanghai").subtract({ minutes: 2 });
  const two = (value: number): string => String(value).padStart(2, "0");
  await dialog.getByLabel("Seal number").fill(seal);
  await dialog.getByLabel("Day", { exact: true }).fill(`${two(wall.day)}.${two(wall.month)}.${wall.year}`);
  await dialog.getByLabel("Time", { exact: true }).fill(`${two(wall.hour)}:${two(wall.minute)}`);
  await dialog.getByLabel("What was decided").selectOption({ label: "Admit" });
  await dialog.getByLabel("Kind of document").selectOption({ label: "passport" });
  await dialog.getByLabel("Document number").fill(number);
  await dialog.getByLabel("Nationality").fill("KZ");
  await dialog.getByLabel("Name", { exact: true }).fill("PAPER TRAVELLER");
  await dialog.getByLabel("Born").fill("17.05.1990");
  await dialog.getByLabel("Valid to").fill("01.01.2035");
  const answering = page.waitForResponse((response) => response.url().endsWith("/api/passages/paper"));
  await dialog.getByRole("button", { name: "Enter", exact: true }).click();
  const { answers } = (await (await answering).json()) as CaptureReport;
  const said = dialog.locator(".paper-said").filter({ hasText: `№ ${answers[0]?.receipt?.number}` });
  return await said.innerText();
}

test("Given a gate that prints its seals while the node answers", async (given) => {
  const browser = await launchBrowser(console.log);
  assert.ok(browser, "no browser is to be had here");
  await using zone = await startTestZone();
  try {
    const gate = await GatePage.open(browser, zone.url, await zone.token("duty_officer"));
    const complaints = complaintsOf(gate.page);
    const desk = await ConsolePage.open(browser, zone.url, await zone.link("duty_officer"));
    const series = await printSheet(gate);
    const seal = (number: number): string => `${series}-${String(number).padStart(4, "0")}`;
    const missing = () => desk.rows().first().locator("strong").innerText();
    await given.test(
      "when a paper passage is keyed in, then its seal has come back and the others have not",
      async () => {
        await gate.page.getByRole("button", { name: "Key in a paper passage" }).click();
        assert.match(await keyIn(gate, seal(2), "N20000001"), /^Recorded/);
        await desk.visit("/seals");
        await desk.rows().first().waitFor();
        assert.equal(await missing(), "1, 3–10");
        await desk.isWhole("seals");
      },
    );
    await given.test("when a seal is lost and made void, then nothing is taken under its number", async () => {
      await desk.page.getByRole("button", { name: "Make void…" }).click();
      const dialog = desk.page.getByRole("dialog");
      await dialog.getByLabel("Number").selectOption("3");
      await dialog.getByLabel("Why").selectOption({ label: "lost" });
      assert.deepEqual(await look(desk.page, "console-seals-void"), []);
      await dialog.getByRole("button", { name: "Make void" }).click();
      await desk.page.getByText("3 lost").waitFor();
      assert.equal(await missing(), "1, 4–10");
      assert.match(await keyIn(gate, seal(3), "N20000002"), /Not taken: this seal is void/);
      assert.deepEqual(await look(gate.page, "seals-live-void"), []);
    });
    await given.test(
      "when a number comes that was never printed, or comes twice, then it is refused with the reason",
      async () => {
        assert.match(await keyIn(gate, seal(11), "N20000003"), /Not taken: no seal of this number was printed/);
        assert.match(await keyIn(gate, seal(2), "N20000004"), /This number was used before/);
      },
    );
    assert.deepEqual([...complaints, ...desk.complaints], []);
  } finally {
    await browser.close();
  }
});
