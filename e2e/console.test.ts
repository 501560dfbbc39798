import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { ConsolePage } from "./console-page.ts";
import { startTestZone, type TestZone } from "./test-zone.ts";
import { traveller } from "./travellers.ts";
import { until } from "./until.ts";

const textiles = {
  hs: "6109",
  category: "textile",
  quantity: 2,
  massGrams: 3_000,
  valueMinor: 950_000,
  indivisible: false,
};

describe("Given three travellers inside, one who left with goods, one refused and one who never entered", () => {
  let browser: Browser | undefined;
  let zone: TestZone;
  /** A duty officer at her desk; what one scene needs is set by its address. */
  let desk: ConsolePage;
  /** Journal numbers: an entry, an exit with tax, a refusal. */
  const numbers = { entry: 0, exit: 0, refusal: 0 };

  before(async () => {
    browser = await launchBrowser(console.log);
    assert.ok(browser, "no browser is to be had here");
    zone = await startTestZone();
    const inside = [
      traveller("N10000001", "LI WEI", "CN"),
      traveller("N10000002", "ZHAKSYBEKOV ARMAN"),
      traveller("N10000003", "AKHMETOVA AIGERIM"),
    ];
    for (const document of inside) numbers.entry = (await zone.pass({ document })).receipt.number;
    const shopper = traveller("N10000004", "IVANOV PETR", "RU");
    await zone.pass({ document: shopper });
    numbers.exit = (await zone.pass({ direction: "out", document: shopper, goods: [textiles] })).receipt.number;
    numbers.refusal = (
      await zone.pass({ document: { ...traveller("N10000005", "OLD PAPERS"), expires: "2020-01-01" } })
    ).receipt.number;
    await zone.pass({ direction: "out", document: traveller("N10000006", "NEVER ENTERED") });
    desk = await enter("duty_officer");
  });
  after(async () => {
    await browser?.close();
    await zone?.[Symbol.asyncDispose]();
  });

  const enter = async (role: Parameters<TestZone["link"]>[0], locale?: string): Promise<ConsolePage> =>
    ConsolePage.open(browser!, zone.url, await zone.link(role), locale);

  test("when a duty officer signs in by a link in any language, then the head count is the first thing she sees", async () => {
    for (const [locale, inside] of [
      ["zh-CN", "现在区内"],
      ["kk-KZ", "қазір аймақта"],
      ["ru-RU", "сейчас в зоне"],
      ["en-GB", "inside now"],
    ] as const) {
      const signedIn = await enter("duty_officer", locale);
      const count = signedIn.page.getByRole("button", { name: inside });
      await count.waitFor();
      assert.equal(await count.locator("strong").textContent(), "3");
      assert.deepEqual(signedIn.complaints, []);
      await signedIn.close();
    }
  });

  test("when she seeks a name, sorts and shares the address, then her colleague sees the same rows", async () => {
    await desk.visit("/stays");
    await desk.rows().nth(2).waitFor();
    await desk.page.getByRole("columnheader", { name: "Name" }).click();
    await desk.page.waitForURL(/sort=name/);
    assert.match((await desk.rows().first().textContent()) ?? "", /AKHMETOVA/);
    await desk.page.getByLabel("Name or №").fill("zhak");
    await desk.page.waitForURL(/find=zhak/);
    await desk.visit(desk.page.url().split("/console")[1]!);
    await desk.page.getByText("1 row of 3").waitFor();
    assert.match((await desk.rows().first().textContent()) ?? "", /ZHAKSYBEKOV/);
    await desk.visit("/stays?list=mismatch");
    await desk.rows().getByText("exit without entry").waitFor();
  });

  test("when she prints the evacuation list, then everyone inside is on paper by name, and nothing else", async () => {
    await desk.visit("/stays");
    await desk.page.getByRole("button", { name: "Print evacuation list" }).click();
    await until(desk.page, "globalThis.printed === 1");
    await desk.page.emulateMedia({ media: "print" });
    const list = desk.page.locator(".evacuation");
    assert.ok(await list.isVisible());
    assert.equal(await desk.page.locator(".bar").isVisible(), false);
    assert.equal(await desk.page.locator(".query-bar").isVisible(), false);
    assert.equal(await list.locator(".evacuation-count").textContent(), "3");
    const names = await list.locator("tbody td:nth-child(2)").allTextContents();
    assert.deepEqual(names, ["AKHMETOVA AIGERIM", "LI WEI", "ZHAKSYBEKOV ARMAN"]);
    await desk.page.emulateMedia({ media: null });
  });

  test("when she exports the list, then a spreadsheet reads it", async () => {
    await desk.visit("/stays");
    await desk.rows().first().waitFor();
    const [file] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const text = readFileSync((await file.path())!, "utf8");
    assert.equal(text.split("\r\n").length, 5, "a head, three rows, an end");
    assert.match(text, /^\ufeffName,.*\r\nLI WEI,CN,passport,CN-1,/);
  });

  test("when she looks for an exit, then she reads why tax was due, with its provisions, in each language", async () => {
    await desk.visit("/entries");
    await desk.page.getByLabel("№").fill(String(numbers.exit));
    await desk.page.getByRole("button", { name: "Search" }).click();
    await desk.panel.getByText("Tax is due on these goods").first().waitFor();
    await desk.panel.getByText("Decided again just now: the same, byte for byte").waitFor();
    const tax = desk.panel.locator(".tree > li > details", { hasText: "at the general rate of 20%" }).first();
    await tax.locator("summary").first().click();
    await tax
      .getByText(/rate for travellers' articles/)
      .first()
      .waitFor();
    await desk.panel
      .getByText(/State Council reply 国函\[2006\]15号/)
      .first()
      .waitFor();
    for (const [language, words] of [
      ["zh", "刚才重新判定：逐字节一致"],
      ["kk", "Қазір қайта шешілді: байтқа дейін бірдей"],
      ["ru", "Решено заново только что: совпадает до байта"],
    ] as const) {
      await desk.speak(language);
      await desk.panel.getByText(words).waitFor();
    }
    await desk.speak("en");
    assert.deepEqual(desk.complaints, []);
  });

  test("when the node tells a changed entry as if it held, then the browser's own proof says that it does not", async () => {
    await desk.visit(`/entries?open=${numbers.refusal}`);
    const marks = desk.panel.locator(".proof-steps .ui-mark");
    await marks.nth(4).waitFor();
    const seen = () => marks.evaluateAll((found) => found.map((one) => one.getAttribute("data-mark")));
    assert.deepEqual((await seen()).slice(0, 4), ["ok", "ok", "ok", "ok"]);
    await desk.page.route(`**/api/entries/${numbers.refusal}`, async (route) => {
      const answer = await route.fetch();
      const detail = (await answer.json()) as { body: string };
      await route.fulfill({ response: answer, json: { ...detail, body: detail.body.replace("refuse", "admit") } });
    });
    await desk.visit(`/entries?open=${numbers.refusal}`);
    await desk.panel.locator('.proof-steps .ui-mark[data-mark="stop"]').first().waitFor();
    assert.deepEqual((await seen()).slice(0, 4), ["stop", "stop", "ok", "stop"]);
    await desk.page.unroute(`**/api/entries/${numbers.refusal}`);
  });

  test("when two officers take a part of the journal out, then the file is whole; alone she may not", async () => {
    await desk.visit("/entries");
    const code = await zone.second("duty_officer", "0209");
    await desk.page.getByRole("button", { name: "Take out a part…" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByLabel("Last №").fill(String(numbers.entry));
    await dialog.getByLabel("One-time code").fill("A".repeat(43));
    await dialog.getByRole("button", { name: "Second officer confirms" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("One-time code").fill(code);
    const [file] = await Promise.all([
      desk.page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Second officer confirms" }).click(),
    ]);
    const lines = readFileSync((await file.path())!, "utf8")
      .trim()
      .split("\n");
    assert.equal(lines.filter((line) => line.includes('"body"')).length, numbers.entry);
  });

  test("when the line to the node is cut, then the last values stay, framed, and the bar says so", async () => {
    await desk.visit("/stays");
    await desk.rows().first().waitFor();
    await desk.page.route("**/api/**", (route) => route.abort());
    await desk.page.getByRole("button", { name: "overstayed" }).click();
    await desk.page.getByText("The node does not answer").waitFor();
    await desk.page.getByText("Node cut off").waitFor({ timeout: 15_000 });
    await desk.page.getByRole("button", { name: "inside now" }).click();
    assert.match((await desk.rows().first().textContent()) ?? "", /LI WEI/);
    await desk.page.getByRole("button", { name: "Print evacuation list" }).click();
    const list = desk.page.locator(".evacuation");
    await list.waitFor({ state: "attached" });
    assert.equal(await list.locator("tbody tr").count(), 3, "an old list is better than none");
    await desk.page.unroute("**/api/**");
  });

  test("when a document is watched, then the gate refers its holder; when it is withdrawn, no longer", async () => {
    await desk.visit("/watchlist");
    await desk.page.getByRole("button", { name: "Watch a document" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Watch", exact: true }).click();
    await dialog.getByText("Two letters, such as KZ").waitFor();
    await dialog.getByLabel("Document number").fill("N10000007");
    await dialog.getByLabel("Issuing state").fill("kz");
    await dialog.getByLabel("The gate does").selectOption("refer");
    await dialog.getByLabel("Why").selectOption("lost_document");
    await dialog.getByLabel("Until").fill("2026-12-31");
    const day = await dialog.getByLabel("From").inputValue();
    await dialog.getByLabel("Until").fill(day);
    await dialog.getByRole("button", { name: "Watch", exact: true }).click();
    await desk.rows().getByText("lost document").waitFor();
    assert.equal((await zone.pass({ document: traveller("N10000007", "LOST PAPERS") })).verdict, "refer");
    await desk.page.getByRole("button", { name: "Withdraw…" }).click();
    await desk.page.getByRole("dialog").getByRole("button", { name: "Withdraw…" }).click();
    await desk.rows().getByText("withdrawn").waitFor();
    assert.equal((await zone.pass({ document: traveller("N10000007", "LOST PAPERS") })).verdict, "admit");
    await zone.pass({ direction: "out", document: traveller("N10000007", "LOST PAPERS") });
    assert.deepEqual(await desk.lookAround("watchlist"), []);
  });

  test("when an administrator adds an officer, then the link that is shown signs her in, and revoking ends it", async () => {
    const office = await enter("administrator");
    await office.visit("/officers");
    await office.page.getByRole("button", { name: "Add an officer" }).click();
    const dialog = office.page.getByRole("dialog");
    await dialog.getByLabel("Badge number").fill("0778");
    await dialog.getByLabel("Role").selectOption("duty_officer");
    await dialog.getByLabel("One-time code").fill(await zone.second("duty_officer", "0209"));
    await dialog.getByRole("button", { name: "Add and invite" }).click();
    await office.page.getByRole("button", { name: "Done" }).click();
    await office.rows().filter({ hasText: "0778" }).getByText("duty officer").waitFor();
    await office.page.getByRole("button", { name: "Add an officer" }).click();
    await dialog.getByLabel("Badge number").fill("0777");
    await dialog.getByLabel("Role").selectOption("analyst");
    await dialog.getByRole("button", { name: "Add and invite" }).click();
    const link = await office.page.locator(".invitation").textContent();
    const joined = await ConsolePage.open(browser!, zone.url, new URL(link!).pathname + new URL(link!).hash);
    await joined.page.getByText("0777").waitFor();
    assert.equal(await joined.page.getByRole("link", { name: "Who is inside" }).count(), 0, "an analyst sees no names");
    await office.page.getByRole("button", { name: "Done" }).click();
    await office.rows().filter({ hasText: "0777" }).getByRole("button", { name: "Revoke…" }).click();
    await office.page.getByRole("dialog").getByRole("button", { name: "Revoke…" }).click();
    await office.rows().filter({ hasText: "0777" }).getByText("revoked").waitFor();
    await joined.page.getByRole("link", { name: "Rulebooks" }).click();
    await joined.page.getByRole("button", { name: "Sign in with a passkey" }).waitFor();
    await joined.close();
    assert.deepEqual(await office.lookAround("officers"), []);
    await office.visit("/devices");
    await office.rows().getByText("automatic").waitFor();
    assert.deepEqual(await office.lookAround("devices"), []);
    await office.close();
  });

  test("then no scene has a fault that axe or a measure of the screen can find, in any language", async () => {
    const faults: string[] = [];
    const at = async (path: string, name: string, ready: string, only?: readonly string[]): Promise<void> => {
      await desk.visit(path);
      await desk.page.locator(ready).first().waitFor();
      faults.push(...(await desk.lookAround(name, only)));
    };
    await at("/stays", "stays", ".ui-table tbody tr");
    await at("/entries", "entries", ".ui-table tbody tr");
    await at(`/entries?open=${numbers.exit}`, "entry", ".proof-steps li:nth-child(5)");
    await at("/rulebooks", "rulebooks", ".ui-table tbody tr");
    await desk.rows().nth(1).locator("td").first().click();
    await desk.page.locator(".law").waitFor();
    faults.push(...(await desk.lookAround("rulebook")));
    await desk.page.setViewportSize({ width: 1024, height: 768 });
    const longest = ["kk", "ru"];
    await at("/stays", "stays-small", ".ui-table tbody tr", longest);
    await at(`/entries?open=${numbers.exit}`, "entry-small", ".proof-steps li:nth-child(5)", longest);
    assert.deepEqual(faults, []);
    assert.deepEqual(desk.complaints, []);
  });
});
