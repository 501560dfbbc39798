import assert from "node:assert/strict";
import { test } from "node:test";
import { launchBrowser } from "./browser.ts";
import { type Line, openLine } from "./cuttable-line.ts";
import { complaintsOf, look } from "./looking.ts";
import { leftOf, startTestZone, type TestZone } from "./test-zone.ts";
import { TillPage } from "./till-page.ts";
import { passportOf } from "./travellers.ts";

/** Passport of the shopper of this journey. */
const SHOPPER = 81;

async function scanPass(till: TillPage, pass: string): Promise<void> {
  await till.scan([pass]);
  await till.page.getByText("Pass read").waitFor();
  await till.rest();
}

async function sellsOnLine(till: TillPage, pass: string): Promise<void> {
  await till.page.getByLabel("Goods, or HS code").focus();
  await scanPass(till, pass);
  assert.equal(await till.page.getByLabel("Goods, or HS code").inputValue(), "", "a scan leaks into no field");
  await till.bannerSays("¥8,000");
  await till.add("clothing", "300");
  await till.isWhole("till-live-basket");
  await till.page.keyboard.press("F8");
  await till.bannerSays("Sold");
  await till.bannerSays("In the journal");
  await till.isWhole("till-live-sold");
  await till.page.keyboard.press("F8");
  assert.equal(await till.printed(), 1, "the slip is printed by the same key");
  await till.page.keyboard.press("Escape");
  await scanPass(till, pass);
  await till.bannerSays("¥7,700");
}

async function hold(till: TillPage, yuan: string): Promise<void> {
  await till.page.keyboard.press("F2");
  await till.page.getByRole("dialog").getByLabel("CNY").fill(yuan);
  await till.page.keyboard.press("Enter");
  await till.page
    .locator(".till-held dd")
    .filter({ hasText: `¥${yuan}` })
    .waitFor();
}

async function holdsAnAmount(till: TillPage): Promise<void> {
  await hold(till, "500");
  await till.isReadyAlone();
}

async function sellsAlone(till: TillPage, line: Line, pass: string): Promise<void> {
  await line.cut();
  await scanPass(till, pass);
  await till.bannerSays("held at this till");
  await till.add("clothing", "200");
  await till.isWhole("till-live-cut");
  await till.page.keyboard.press("F8");
  await till.bannerSays("Written on this device");
  await till.isWhole("till-live-cut-sold");
  await till.page.keyboard.press("Escape");
  await till.page.reload();
  await till.page.locator(".till").waitFor();
  await scanPass(till, pass);
  await till.bannerSays("¥300");
  await till.add("clothing", "400");
  await till.page.keyboard.press("F8");
  await till.page.locator('.till-slip [data-sum="till.duty-free"]').filter({ hasText: "¥300" }).waitFor();
  await till.page.keyboard.press("Escape");
  await scanPass(till, pass);
  await till.bannerSays("Not known");
  await till.add("clothing", "10");
  await till.page.keyboard.press("F8");
  await till.bannerSays("nothing is held here");
  await till.isWhole("till-live-cut-none");
}

async function reports(till: TillPage, line: Line, zone: TestZone, pass: string): Promise<void> {
  await line.mend();
  await till.page.keyboard.press("F7");
  await till.page.locator(".till-fates li[data-fate=waiting]").filter({ hasText: "0 waiting" }).waitFor();
  await till.page.locator(".till-fates li[data-fate=sent]").filter({ hasText: "3 in the journal" }).waitFor();
  await till.page.locator(".till-fates li[data-fate=refused]").filter({ hasText: "0 refused" }).waitFor();
  await till.page.keyboard.press("Escape");
  await till.page.keyboard.press("Escape");
  await scanPass(till, pass);
  await till.bannerSays("¥7,200");
  assert.equal(await leftOf(zone, pass), 7_200, "300 on line, 500 of what was held: not one yuan more was free");
  await hold(till, "100");
  assert.equal(await leftOf(zone, pass), 7_100, "what is held here is nobody else's");
  await till.page.getByRole("button", { name: "Give it back" }).click();
  await till.bannerSays("¥7,200");
}

async function takesBack(till: TillPage, zone: TestZone, pass: string): Promise<void> {
  await till.page.keyboard.press("Escape");
  await scanPass(till, pass);
  await till.press("F4");
  await till.page.getByRole("button", { name: /^More/ }).first().click();
  const faults = await look(till.page, "till-live-return-en");
  await till.page.getByRole("button", { name: "Take back" }).click();
  await till.page.getByRole("dialog").waitFor({ state: "detached" });
  await till.banner.filter({ hasText: /¥7,[45]00/ }).waitFor();
  assert.ok([7_400, 7_500].includes(await leftOf(zone, pass)), "the allowance of the line came back");
  assert.deepEqual(faults, []);
}

test("Given a registered till and a visitor who is inside", async (given) => {
  const browser = await launchBrowser(console.log);
  assert.ok(browser, "no browser is to be had here");
  const line = await openLine();
  await using zone = await startTestZone(undefined, line);
  try {
    const { pass } = await zone.pass({ document: { mrz: [...passportOf(SHOPPER)] } });
    assert.ok(pass, "the visitor was let in with a pass");
    const till = await TillPage.register(browser, line.url, await zone.token("duty_officer"));
    const complaints = complaintsOf(till.page);
    await given.test("when she buys on line, then it is sold, printed and counted", () => sellsOnLine(till, pass));
    await given.test("when an amount is held, then it lives at this till", () => holdsAnAmount(till));
    await given.test("when the line is cut, then what is held is sold and not one yuan more", () =>
      sellsAlone(till, line, pass),
    );
    await given.test("when the line is back, then the till reports and what is left returns", () =>
      reports(till, line, zone, pass),
    );
    await given.test("when goods come back, then so does the allowance of the day", () => takesBack(till, zone, pass));
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    await line.cut();
  }
});
