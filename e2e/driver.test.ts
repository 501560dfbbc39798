import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { complaintsOf, languages, look } from "./looking.ts";
import { RoadDesk } from "./road-desk.ts";
import { startTwoSides, type TwoSides } from "./two-sides.ts";

const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 15_000;
/** ux.md §4, unpacked: with the picture of the code the slip is the heaviest of the driver's pages. */
const SCRIPT_BYTES_MAX = 30_000;
const trucks = [
  ["zh", "701 KZA 05", "1M8GDM9AXKP042788"],
  ["kk", "702 KZA 05", "WDB9634031L123456"],
  ["ru", "703 KZA 05", "XTA210990Y2766389"],
  ["en", "704 KZA 05", "VF1AAAA0001234567"],
] as const;

describe("Given a road gate whose slots both sides have accepted, and drivers with a phone", () => {
  let browser: Browser | undefined;
  let sides: TwoSides;
  let desk: RoadDesk;
  let contexts: BrowserContext[] = [];
  const codes = new Map<string, string>();

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    sides = await startTwoSides();
    const open = async (at: "cn" | "kz") =>
      new RoadDesk(await ConsolePage.open(browser!, sides[at].url, await sides[at].link("duty_officer")));
    desk = await open("cn");
    const other = await open("kz");
    for (const one of [desk, other]) one.desk.page.setDefaultTimeout(PATIENCE_MS);
    await desk.enterShift("4");
    const statement = await other.enterShift("3");
    await desk.trust(other, sides);
    await desk.takeOver(statement);
    await other.desk.close();
  });
  after(async () => {
    for (const context of contexts) await context.close();
    contexts = [];
    await browser?.close();
    await sides?.[Symbol.asyncDispose]();
  });

  async function phone(script: boolean): Promise<Page> {
    const context = await browser!.newContext({ viewport: PHONE, javaScriptEnabled: script });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }

  /** Fills the form of the day that the page offers; the slot by its place in the list, from the end when below 0. */
  async function book(page: Page, language: string, plate: string, vin: string, slot: number): Promise<void> {
    await page.goto(`${sides.cn.url}/${language}/queue`);
    const form = page.locator("#book form");
    const count = await form.locator("select[name=slot] option").count();
    await form.locator("select[name=slot]").selectOption({ index: slot < 0 ? count + slot : slot });
    await form.locator("input[name=plate]").fill(plate);
    await form.locator("input[name=country]").fill("kz");
    await form.locator("input[name=vin]").fill(vin.toLowerCase());
    await form.locator("input[name=chapter]").fill("8");
    await form.locator("button").click();
  }

  test("when a driver without script books in her language, then she holds a code, and no address or page tells her plate", async () => {
    const page = await phone(false);
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    for (const [language, plate, vin] of trucks) {
      await book(page, language, plate, vin, language === "en" ? 3 : -1);
      const slip = page.locator("#answer .slip");
      await slip.waitFor();
      const code = (await slip.locator(".code").textContent()) ?? "";
      assert.match(code, /^[A-Za-z0-9_-]{22}$/);
      codes.set(language, code);
      assert.doesNotMatch(await page.content(), new RegExp(`${plate.replaceAll(" ", "")}|${vin}`));
      assert.equal(await page.locator("#answer form[action$='/cancel']").count(), 1);
    }
    for (const code of codes.values()) assert.ok(!addresses.some((address) => address.includes(code)));
  });

  test("when she books the same vehicle under another plate, then she is told whose desk releases it, and what she typed stays", async () => {
    const page = await phone(false);
    await book(page, "en", "999 OTHER", trucks[0][2], -1);
    await page.getByRole("alert").getByText("This vehicle has a place in the queue already").waitFor();
    assert.equal(await page.locator("#book input[name=plate]").inputValue(), "999 OTHER");
    await page.locator("#book input[name=vin]").fill("LZYTGTE61K0000008");
    await page.locator("#book button").click();
    await page.getByRole("alert").locator("p").waitFor();
    assert.equal(new URL(page.url()).search, "");
  });

  test("when she looks by her code with script, then place, slip and rules are there in each language without a fault", async () => {
    const page = await phone(true);
    const complaints = complaintsOf(page);
    const faults: string[] = [];
    let bytes = 0;
    page.on("response", async (response) => {
      if (response.url().endsWith(".js")) bytes += (await response.body()).length;
    });
    for (const [language] of languages) {
      await page.goto(`${sides.cn.url}/${language}/queue`);
      faults.push(...(await look(page, `driver-book-${language}`, { fits: false })));
      bytes = 0;
      await page.locator("#mine input[name=code]").fill(codes.get(language)!);
      await page.locator("#mine button").click();
      await page.locator("#answer .slip-qr svg").waitFor();
      await page.locator("#answer .rules > summary").click();
      faults.push(...(await look(page, `driver-slip-${language}`, { fits: false })));
      assert.ok(bytes <= SCRIPT_BYTES_MAX, `${bytes} bytes of script`);
      assert.ok(!page.url().includes(codes.get(language)!));
    }
    assert.deepEqual(faults, []);
    assert.deepEqual(complaints, []);
  });

  test("when she prints the slip, then forms and menus stay behind", async () => {
    const page = await phone(true);
    await page.goto(`${sides.cn.url}/en/queue`);
    await page.locator("#mine input[name=code]").fill(codes.get("zh")!);
    await page.locator("#mine button").click();
    await page.locator("#answer .slip-qr svg").waitFor();
    await page.emulateMedia({ media: "print" });
    for (const hidden of ["#answer form", "footer", "header nav", "#answer .rules"])
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    assert.equal(await page.locator(".slip .code").isVisible(), true);
    await look(page, "driver-slip-printed", { fits: false });
  });

  test("when her plans change, then she takes another slot and cancels by herself, and others may have the first", async () => {
    const page = await phone(false);
    await page.goto(`${sides.cn.url}/ru/queue`);
    await page.locator("#mine input[name=code]").fill(codes.get("ru")!);
    await page.locator("#mine button").click();
    await page.locator("#answer form[action$='/change'] select").selectOption({ index: 10 });
    await page.locator("#answer form[action$='/change'] button").click();
    await page.getByRole("heading", { name: "Теперь у вас другое время" }).waitFor();
    await page.locator("#answer .folded summary").click();
    await page.locator("#answer form[action$='/cancel'] button").click();
    await page.getByRole("heading", { name: "Бронь отменена" }).waitFor();
    assert.equal(await page.locator("#answer form[action$='/change']").count(), 0);
  });

  test("when she shows the slip at the waiting area, then its code finds her vehicle, and the officer compares before she records it", async () => {
    await desk.desk.visit("/queue");
    await desk.open("Scan a slip");
    await desk.dialog.getByLabel("Code on the slip").fill("A".repeat(22));
    await desk.press("Find the vehicle");
    await desk.dialog.getByText("No vehicle of this day has this code").waitFor();
    await desk.press("Cancel");
    const faults: string[] = [];
    for (const [language] of languages) {
      await desk.desk.speak(language);
      await desk.desk.page.locator(".scene-acts .ui-button").nth(2).click();
      await desk.dialog.waitFor();
      faults.push(...(await look(desk.desk.page, `console-slip-${language}`)));
      await desk.dialog.locator(".ui-dialog-buttons .ui-button").first().click();
      await desk.dialog.waitFor({ state: "hidden" });
    }
    assert.deepEqual(faults, []);
    await desk.desk.speak("en");
    await desk.open("Scan a slip");
    await desk.dialog.getByLabel("Code on the slip").fill(codes.get("zh")!);
    await desk.press("Find the vehicle");
    await desk.dialog.getByText("701KZA05 · KZ").waitFor();
    await desk.dialog.getByText(/VIN … 042788/).waitFor();
    await desk.press("Arrived");
    await desk.dialog.waitFor({ state: "hidden" });
    assert.ok(!desk.desk.page.url().includes(codes.get("zh")!));
    const page = await phone(false);
    await page.goto(`${sides.cn.url}/zh/queue`);
    await page.locator("#mine input[name=code]").fill(codes.get("zh")!);
    await page.locator("#mine button").click();
    await page.getByRole("heading", { name: "您在等候区" }).waitFor();
  });

  test("when the gate closes, then she reads that the road moved her, from when and why, and that nothing is held against her", async () => {
    await desk.desk.visit("/queue");
    await desk.desk.page.getByText("by driver", { exact: true }).first().waitFor();
    await desk.open("Close the gate");
    await desk.dialog.getByLabel("Reason").selectOption({ label: "weather" });
    await desk.press("Show what it moves");
    await desk.dialog.locator(".road-moves li").first().waitFor();
    await desk.press("Close the gate");
    await desk.dialog.waitFor({ state: "hidden" });
    const page = await phone(true);
    const faults: string[] = [];
    for (const [language, told] of [
      ["zh", "天气"],
      ["kk", "ауа райы"],
      ["ru", "погода"],
      ["en", "weather"],
    ] as const) {
      await page.goto(`${sides.cn.url}/${language}/queue`);
      await page.locator("#mine input[name=code]").fill(codes.get("en")!);
      await page.locator("#mine button").click();
      await page.locator("#answer .rows").getByText(told).waitFor();
      assert.equal(await page.locator("#answer form[action$='/change']").count(), 1, "she may choose again, free");
      faults.push(...(await look(page, `driver-moved-${language}`, { fits: false })));
    }
    assert.deepEqual(faults, []);
  });

  test("when anybody opens the queue's page, then the day's figures count those who booked themselves", async () => {
    const page = await phone(false);
    await page.goto(`${sides.cn.url}/en/queue`);
    await page.locator("#figures").getByText("Of them booked by drivers themselves").waitFor();
    await page.locator("#figures a").click();
    assert.match(page.url(), /of=\d{4}-\d{2}-\d{2}/);
    await page.locator("#figures").getByText("Of them booked by drivers themselves: 0").waitFor();
    await page.goto(`${sides.cn.url}/en/queue?code=${codes.get("en")}`);
    assert.equal(await page.locator("#answer").count(), 0, "a code in an address opens nothing");
  });

  test("and no page complains of a refused script or an error nobody caught", () => {
    assert.deepEqual(desk.desk.complaints, []);
  });
});
