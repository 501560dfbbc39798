import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { routes, type Status } from "@twinline/api";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { languages, look } from "./looking.ts";
import { startTestZone } from "./test-zone.ts";
import { traveller } from "./travellers.ts";

/** Every side of the zones whose law is a frame, with the names that its zone's file gives its two gates. */
const frames = [
  { zone: "mohan-boten", side: "cn", names: gates("老方卡口", "Лаос қақпасы", "лаосские ворота", "Lao gate") },
  { zone: "mohan-boten", side: "la", names: gates("老方卡口", "Лаос қақпасы", "лаосские ворота", "Lao gate") },
  { zone: "erenhot-zamyn-uud", side: "cn", names: mongolian() },
  { zone: "erenhot-zamyn-uud", side: "mn", names: mongolian() },
] as const;

describe("Given a zone that is data alone", () => {
  let browser: Browser | undefined;

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
  });
  after(() => browser?.close());

  for (const { zone: name, side, names } of frames)
    test(`when ${name} opens its side ${side}, then its gate decides, and its page names both gates in four languages`, async () => {
      await using zone = await startTestZone({ zone: name, side });
      const status = (await (await fetch(zone.url + routes.status.path)).json()) as Status;
      assert.deepEqual([status.zone, status.side, status.gates.length], [name, side, 2]);
      const answer = await zone.pass({ document: traveller("P7654321", "SOMCHAI KEO", "LA") });
      assert.deepEqual([answer.verdict, answer.reason], ["refer", "unanswerable"]);
      assert.match(answer.receipt.origin, new RegExp(`^twinline/${name}/${side}$`));
      const page = await (await browser!.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      for (const [language] of languages) {
        await page.goto(`${zone.url}/${language}`);
        const words = ((await page.locator("body").textContent()) ?? "").toLowerCase();
        for (const gate of names[language]) assert.ok(words.includes(gate.toLowerCase()), `${language}: ${gate}`);
        assert.ok(words.includes(status.title[language].toLowerCase()), `${language}: ${status.title[language]}`);
        assert.deepEqual(await look(page, `zones-${name}-${side}-${language}`, { fits: false }), []);
      }
      await page.context().close();
    });
});

function gates(zh: string, kk: string, ru: string, en: string) {
  return {
    zh: ["中方卡口", zh],
    kk: ["Қытай қақпасы", kk],
    ru: ["китайские ворота", ru],
    en: ["Chinese gate", en],
  };
}

function mongolian() {
  return gates("蒙方卡口", "Моңғолия қақпасы", "монгольские ворота", "Mongolian gate");
}
