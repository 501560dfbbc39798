import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { languages, look, picture } from "./looking.ts";
import { RoadDesk } from "./road-desk.ts";
import { startTwoSides, type TwoSides } from "./two-sides.ts";

const vehicles = [
  ["400 KZA 05", "1M8GDM9AXKP042788", "72"],
  ["401 KZA 05", "WDB9634031L123456", "49"],
  ["402 KZA 05", "XTA210990Y2766389", "08"],
] as const;

const PATIENCE_MS = 15_000;
const PHONE = { width: 390, height: 844 };

describe("Given a road gate between two sides, each with a duty officer at her own node", () => {
  let browser: Browser | undefined;
  let sides: TwoSides;
  let desk: ConsolePage;
  let other: ConsolePage;
  const codes: string[] = [];

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    sides = await startTwoSides();
    desk = await ConsolePage.open(browser, sides.cn.url, await sides.cn.link("duty_officer"));
    other = await ConsolePage.open(browser, sides.kz.url, await sides.kz.link("duty_officer"));
    for (const { page } of [desk, other]) page.setDefaultTimeout(PATIENCE_MS);
  });
  after(async () => {
    await browser?.close();
    await sides?.[Symbol.asyncDispose]();
  });

  const dialog = ({ page }: ConsolePage) => page.getByRole("dialog");
  const press = (of: ConsolePage, name: string) => new RoadDesk(of).press(name);
  const open = (of: ConsolePage, name: string) => new RoadDesk(of).open(name);
  const enterShift = (of: ConsolePage, lanes: string) => new RoadDesk(of).enterShift(lanes);

  test("when only one side has said what it takes, then no slot exists and the screen says whose word is missing", async () => {
    await desk.visit("/queue");
    await desk.page.getByText("No vehicle has a place on this day").waitFor();
    assert.deepEqual(await desk.lookAround("queue-empty", ["kk"]), []);
    await desk.speak("en");
    await enterShift(desk, "4");
    await desk.page.getByText("The other side has said nothing about this day yet").waitFor();
    await open(desk, "Book");
    assert.equal(await dialog(desk).locator("select option").count(), 2, "an empty choice and the live queue");
    await press(desk, "Cancel");
  });

  test("when two officers have compared the key and take over the signed shift, then both sides' word is in the picture", async () => {
    const statement = await enterShift(other, "3");
    await new RoadDesk(desk).trust(new RoadDesk(other), sides);
    await open(desk, "Other side");
    await dialog(desk)
      .getByLabel("Text of their shift")
      .fill(statement.replace(/capacity\\":3/, 'capacity\\":9'));
    await press(desk, "Take over");
    await dialog(desk).getByText("This is not what the other side has signed").waitFor();
    await dialog(desk).getByLabel("Text of their shift").fill(statement);
    await press(desk, "Take over");
    await dialog(desk).waitFor({ state: "hidden" });
    await desk.page.getByRole("img", { name: /at most 4 by us and 3 by the other side/ }).waitFor();
  });

  test("when trucks come from the road, then each gets the earliest slot that both sides take, and a code for its driver", async () => {
    for (const [plate, vin, chapter] of vehicles) {
      await open(desk, "Book");
      await dialog(desk).getByLabel("Plate").fill(plate);
      await dialog(desk).getByLabel("Country").fill("KZ");
      await dialog(desk).getByLabel("VIN").fill(vin);
      await dialog(desk)
        .getByLabel(/HS chapter/)
        .fill(chapter);
      await press(desk, "Book");
      const code = dialog(desk).locator(".road-code");
      await code.waitFor();
      codes.push((await code.textContent()) ?? "");
      await press(desk, "Done");
      await desk.page.getByRole("rowheader", { name: plate.replaceAll(" ", "") }).waitFor();
    }
    assert.equal(new Set(codes).size, 3);
    await open(desk, "Book");
    await dialog(desk).getByLabel("Plate").fill("999 OTHER");
    await dialog(desk).getByLabel("Country").fill("KZ");
    await dialog(desk).getByLabel("VIN").fill(vehicles[0][1]);
    await press(desk, "Book");
    await dialog(desk).getByText("This vehicle has a place in the queue already").waitFor();
    await press(desk, "Cancel");
  });

  test("when the next is called, then perishables go first by the rule and the figures say whom they overtook", async () => {
    await desk.visit("/queue?sort=plate");
    assert.match((await desk.rows().nth(2).textContent()) ?? "", /402KZA05.*08 · first by rule/);
    await open(desk, "Call next");
    await press(desk, "Call next");
    await dialog(desk).waitFor({ state: "hidden" });
    await desk.page
      .getByRole("row", { name: /402KZA05/ })
      .getByText("called")
      .waitFor();
    await desk.page.locator("dl").nth(1).getByText("called first by a rule").waitFor();
    await desk.isWhole("queue");
  });

  test("when she asks in any language what a closing would move, then it is told and nothing is faulty on screen", async () => {
    for (const [language] of languages) {
      await desk.speak(language);
      await desk.page.locator(".scene-acts .ui-button").last().click();
      await dialog(desk).locator("select").selectOption("weather");
      const buttons = dialog(desk).locator(".ui-dialog-buttons .ui-button");
      await buttons.last().click();
      await dialog(desk).locator(".road-moves li").nth(1).waitFor();
      assert.deepEqual(await look(desk.page, `console-queue-closing-${language}`), []);
      await buttons.first().click();
      await dialog(desk).waitFor({ state: "hidden" });
    }
    await desk.speak("en");
  });

  test("when the gate closes, then she reads who is moved where before she does it, and each row says why after", async () => {
    await open(desk, "Close the gate");
    await dialog(desk).getByLabel("Reason").selectOption({ label: "weather" });
    await press(desk, "Show what it moves");
    await dialog(desk).getByText("2 vehicles get another slot").waitFor();
    assert.equal(await dialog(desk).locator(".road-moves li").count(), 2);
    await press(desk, "Close the gate");
    await dialog(desk).waitFor({ state: "hidden" });
    await desk.page
      .getByRole("row", { name: /400KZA05/ })
      .getByText("moved 1 ×: weather")
      .waitFor();
    await desk.isWhole("queue-closed");
  });

  test("when she opens the journal's entry of the fruit, then she reads by which provision it goes first", async () => {
    await desk.visit("/entries");
    await desk.rows().getByText("place in the road queue").nth(1).click();
    await desk.panel.getByText("Priority by the goods' chapter: perishable goods").waitFor();
    await desk.panel
      .getByText(/House rule 5 of the road queue/)
      .first()
      .waitFor();
    await desk.isWhole("queue-entry");
  });

  test("when she filters, sorts and exports, then the address holds it and a spreadsheet reads it", async () => {
    await desk.visit("/queue");
    await desk.page.getByLabel("Plate").fill("401");
    await desk.page.getByText("1 row of 3").waitFor();
    await desk.page.waitForURL(/find=/);
    const [file] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const text = readFileSync((await file.path())!, "utf8");
    assert.match(text, /^\ufeffPlate,.*\r\n401KZA05,KZ,live queue,waiting,/);
    await desk.visit("/queue?day=2026-01-05");
    await desk.page.getByText("No vehicle has a place on this day").waitFor();
  });

  test("when the line to the node is cut, then the last values stay and the screen says so", async () => {
    await desk.visit("/queue");
    await desk.rows().first().waitFor();
    await desk.page.route("**/api/queue**", (route) => route.abort());
    await desk.page.getByRole("alert").waitFor({ timeout: 20_000 });
    assert.equal(await desk.rows().count(), 3);
    assert.equal(await desk.page.locator(".scene-body[data-stale]").count(), 1, "old values are framed");
    assert.deepEqual(await desk.lookAround("queue-cut"), []);
    await desk.page.unroute("**/api/queue**");
    await desk.speak("en");
  });

  test("when a driver asks by the code, then the place is told without plate or name", async () => {
    const answer = await fetch(`${sides.cn.url}/api/queue/driver/place`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code: codes[0] }),
    });
    const place = (await answer.json()) as { state: string; why: string; slot: string };
    assert.equal(place.state, "waiting");
    assert.equal(place.why, "weather");
  });

  test("when she has no script on her telephone, then the driver reads place and figures in each language", async () => {
    const context = await browser!.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    for (const [language, told] of [
      ["zh", "您在等候区"],
      ["kk", "Сіз күту алаңындасыз"],
      ["ru", "Вы на площадке ожидания"],
      ["en", "You are in the waiting area"],
    ] as const) {
      await page.goto(`${sides.cn.url}/${language}#queue`);
      const form = page.locator("#queue form");
      await form.locator("input").fill(codes[0]!);
      await form.locator("button").click();
      await page.getByRole("heading", { name: told }).waitFor();
      assert.match((await page.locator("#answer").textContent()) ?? "", /1/);
      await picture(page, `visitor-queue-${language}`);
    }
    await context.close();
  });

  test("when she opens her place with script, in any language, then nothing is faulty on her telephone", async () => {
    const context = await browser!.newContext({ viewport: PHONE });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const faults: string[] = [];
    for (const [language] of languages) {
      for (const [name, code, told] of [
        ["driver-place", codes[0]!, "#answer"],
        ["driver-nobody", "A".repeat(22), "[role=alert]"],
      ] as const) {
        await page.goto(`${sides.cn.url}/${language}#queue`);
        await page.locator("#queue input").fill(code);
        await page.locator("#queue button").click();
        await page.locator(told).waitFor();
        faults.push(...(await look(page, `${name}-${language}`, { fits: false })));
      }
    }
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("and no page complains of a refused script or an error nobody caught", () => {
    assert.deepEqual(desk.complaints, []);
    assert.deepEqual(other.complaints, []);
  });
});
