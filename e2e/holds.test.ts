import assert from "node:assert/strict";
import { test } from "node:test";
import { launchBrowser } from "./browser.ts";
import { GatePage } from "./gate-page.ts";
import { complaintsOf, languages, look } from "./looking.ts";
import { leftOf, startTestZone } from "./test-zone.ts";
import { TillPage } from "./till-page.ts";
import { passportOf } from "./travellers.ts";

const SHOPPER = 93;
/** Words of the visitor's page over what a till holds, by language. */
const heads = {
  zh: "收银台为您预留",
  kk: "Касса сізге сақтап тұрған",
  ru: "Отложено для вас на кассе",
  en: "Held for you at a till",
} as const;

test("Given a till that has seen a pass and holds the whole day's allowance", async (given) => {
  const browser = await launchBrowser(console.log);
  assert.ok(browser, "no browser is to be had here");
  await using zone = await startTestZone();
  try {
    const { pass = "" } = await zone.pass({ document: { mrz: [...passportOf(SHOPPER)] } });
    const till = await TillPage.register(browser, zone.url, await zone.token("administrator"));
    const gate = await GatePage.open(browser, zone.url, await zone.token("duty_officer"));
    const complaints = [complaintsOf(till.page), complaintsOf(gate.page)];
    await till.scan([pass]);
    await till.page.getByText("Pass read").waitFor();
    await till.press("F2");
    await till.page.getByRole("dialog").getByLabel("CNY").fill("8000");
    await till.page.keyboard.press("Enter");
    await till.page.locator(".till-held dd").filter({ hasText: "¥8,000" }).waitFor();
    assert.equal(await leftOf(zone, pass), 0);

    const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    const ask = async (language: keyof typeof heads) => {
      await phone.goto(`${zone.url}/${language}`);
      await phone.locator("#pass input[name=code]").fill(pass);
      await phone.locator("#pass button").click();
      return phone.locator("#answer");
    };
    await given.test("when she looks, then her page says who holds how much since when, in her language", async () => {
      for (const [language] of languages) {
        const answer = await ask(language);
        await answer.getByText(heads[language]).waitFor();
        assert.match((await answer.innerText()).replaceAll(/\s/g, " "), /8[ ,]?000.*T1/);
        assert.deepEqual(await look(phone, `holds-visitor-${language}`, { fits: false }), []);
      }
    });
    await given.test("when her pass is read at the gate, then the officer sees the same", async () => {
      await gate.page.getByRole("radio", { name: "Out", exact: true }).click({ force: true });
      await gate.scan(passportOf(SHOPPER));
      await gate.says("Any goods?");
      await gate.scan([pass]);
      await gate.page.locator(".holds li").filter({ hasText: "¥8,000" }).waitFor();
      await gate.isWhole("holds-live-gate");
    });
    await given.test("when the shop gives it back at its till, then the whole allowance is hers again", async () => {
      await till.page.getByRole("button", { name: "Give it back" }).click();
      await till.bannerSays("¥8,000");
      assert.equal(await leftOf(zone, pass), 8_000);
      const answer = await ask("en");
      await answer.getByText("8,000").first().waitFor();
      assert.equal(await answer.getByText(heads.en).count(), 0);
    });
    assert.deepEqual(complaints.flat(), []);
  } finally {
    await browser.close();
  }
});
