import assert from "node:assert/strict";
import { test } from "node:test";
import { type EntryDetail, type EntryList, type PassageAnswer, routes, type TillEvents } from "@twinline/api";
import { launchBrowser } from "./browser.ts";
import { type Line, openLine } from "./cuttable-line.ts";
import { GatePage } from "./gate-page.ts";
import { complaintsOf, look } from "./looking.ts";
import { FEN, leftOf, signIn, startTestZone, type TestZone } from "./test-zone.ts";
import { TillPage } from "./till-page.ts";
import { passportOf } from "./travellers.ts";

/** Passports of the shoppers of this journey: nobody else has them. */
const [SHOPPER, LATER] = [91, 92];
/** What an entry of an exit says of goods that were counted and of slips. */
type ExitBody = {
  readonly decisions: readonly { readonly counters: Readonly<Record<string, number>>; readonly outputs: object }[];
  readonly covers: readonly { readonly sale: string; readonly outcome: string }[];
  readonly by: { readonly confirmed?: string };
};

/** Sells for so many yuan and gives the id that the slip's QR holds. */
async function sell(till: TillPage, pass: string, yuan: string): Promise<string> {
  await till.scan([pass]);
  await till.page.getByText("Pass read").waitFor();
  await till.rest();
  await till.add("clothing", yuan);
  const sending = till.page.waitForRequest((request) => request.url().endsWith(routes.tillEvents.path));
  await till.page.getByRole("button", { name: /Sell/ }).click({ trial: true });
  await till.page.keyboard.press("F8");
  const { events } = (await sending).postDataJSON() as TillEvents;
  const sold = events.find(({ event }) => event.kind === "sale")!.event;
  await till.bannerSays("In the journal");
  await till.page.keyboard.press("Escape");
  return `${sold.device}.${sold.sequence}`;
}

/** The officer's key asks; the answer is what the node sent. */
async function check(gate: GatePage): Promise<PassageAnswer> {
  const answering = gate.page.waitForResponse((response) => response.url().endsWith(routes.passage.path));
  await gate.press("F9");
  return (await (await answering).json()) as PassageAnswer;
}

/** Reads the journal as somebody else than the gate. */
async function readAs(zone: TestZone, path: string): Promise<unknown> {
  const cookie = await signIn(zone.url, await zone.token("duty_officer"));
  return await (await fetch(zone.url + path, { headers: { cookie } })).json();
}

/** The entry's own body. */
async function exitEntry(zone: TestZone, number: number): Promise<ExitBody> {
  const { body } = (await readAs(zone, routes.entry.path.replace(":number", String(number)))) as EntryDetail;
  return JSON.parse(body) as ExitBody;
}

async function addGoods({ page }: GatePage, yuan: string): Promise<void> {
  await page.getByRole("button", { name: "Add a line" }).click();
  const form = page.locator(".goods-form");
  await form.getByLabel("HS code").fill("611020");
  await form.getByRole("combobox").selectOption({ index: 1 });
  await form.getByLabel("kg", { exact: true }).fill("0.4");
  await form.getByLabel("CNY", { exact: true }).fill(yuan);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.getByRole("button", { name: "Done" }).click();
}

/** The pass lists what was bought; a scanned slip is the same one, and no scan asks the node anything. */
async function ticksWhatWasBought(gate: GatePage, pass: string, slip: string): Promise<void> {
  const asked: string[] = [];
  gate.page.on("request", (request) => {
    if (request.method() === "POST") asked.push(request.url());
  });
  await gate.page.getByRole("radio", { name: "Out", exact: true }).click({ force: true });
  await gate.scan(passportOf(SHOPPER));
  await gate.says("Any goods?");
  await gate.scan([pass]);
  await gate.page.locator(".slip").nth(1).waitFor();
  await addGoods(gate, "100");
  await gate.page.getByRole("button", { name: "Add a line" }).focus();
  await gate.scan([slip]);
  await gate.says("Any goods?");
  assert.equal(await gate.page.locator(".goods-form").count(), 0, "a scan pressed nothing");
  assert.equal(await gate.page.locator(".slip").count(), 2, "a paper of a listed sale is no second one");
  assert.equal(await gate.page.locator(".slip input:checked").count(), 2);
  await gate.isWhole("slips-live-ready");
  assert.deepEqual(asked, [], "no scan asked the node for a passage");
}

async function goesOut(gate: GatePage, zone: TestZone, slips: readonly string[]): Promise<void> {
  const { receipt, covered } = await check(gate);
  await gate.says("Let leave");
  await gate.page.locator(".slip-outcome[data-mark=ok]").nth(1).waitFor();
  await gate.isWhole("slips-live-out");
  assert.deepEqual(
    covered?.map(({ sale, outcome, dutyFree }) => [sale, outcome, dutyFree?.minor]),
    [
      [slips[0], "carried_out", 300 * FEN],
      [slips[1], "carried_out", 200 * FEN],
    ],
  );
  const { decisions, covers } = await exitEntry(zone, receipt.number);
  assert.equal(decisions.length, 1, "only what was typed is decided at the gate");
  assert.equal(decisions[0]?.counters.duty_free_today, 500 * FEN, "¥300 and ¥200 of the till stood there once");
  assert.deepEqual(
    covers.map(({ sale, outcome }) => [sale, outcome]),
    slips.map((sale) => [sale, "carried_out"]),
  );
  await gate.press("F8");
  await gate.says("Ready");
}

async function isRefusedTwice(gate: GatePage, zone: TestZone, slip: string): Promise<void> {
  const { pass } = await zone.pass({ document: { mrz: [...passportOf(SHOPPER)] } });
  assert.ok(pass);
  assert.equal(await leftOf(zone, pass), 7_400, "8,000 less 300, 200 and the 100 that were typed, each once");
  await gate.scan(passportOf(SHOPPER));
  await gate.says("Any goods?");
  await gate.scan([slip]);
  await gate.page.locator(".slip").waitFor();
  const { covered, receipt } = await check(gate);
  assert.deepEqual(
    covered?.map(({ sale, outcome }) => [sale, outcome]),
    [[slip, "already_out"]],
  );
  await gate.page.locator(".slip-outcome[data-mark=stop]").filter({ hasText: "Goods already taken out" }).waitFor();
  await gate.page.locator(".verdict-slips").filter({ hasText: "1 slip not accepted" }).waitFor();
  await gate.isWhole("slips-live-again");
  assert.equal((await exitEntry(zone, receipt.number)).covers[0]?.outcome, "already_out");
  await gate.says("Refer");
  await gate.page
    .locator(".verdict-sentence")
    .filter({ hasText: "Goods of the till slip were taken out before" })
    .waitFor();
  await gate.page.locator(".reason").filter({ hasText: "House rule 13" }).first().waitFor();
}

/** The second officer reads the deed and signs; the mark that she saw is the one that the journal keeps. */
async function isLetGoByTwo(gate: GatePage, zone: TestZone, slip: string): Promise<void> {
  const { page } = gate;
  await page.getByRole("radio", { name: "Out", exact: true }).click({ force: true });
  await gate.scan(passportOf(SHOPPER));
  await gate.says("Any goods?");
  await gate.scan([slip]);
  await page.locator(".slip").waitFor();
  await check(gate);
  await gate.says("Refer");
  const dialog = page.getByRole("dialog");
  const sign = async (): Promise<void> => {
    await dialog.getByLabel("One-time code").fill(await zone.second("gate_officer"));
    await dialog.getByRole("button", { name: "I confirm exactly this" }).click();
  };
  await gate.press("F8");
  await dialog.getByRole("combobox").selectOption({ label: "the purchase was checked with the shop" });
  await dialog.getByRole("button", { name: "On to the second officer" }).click();
  await dialog.getByText("Goods of the till slip were taken out before").waitFor();
  const mark = await dialog
    .locator(".override-mark")
    .filter({ hasText: /[0-9a-f]{4}/ })
    .innerText();
  assert.deepEqual(await look(page, "override-live-second"), []);
  await page.route("**/override", (route) =>
    route.continue({ postData: { ...route.request().postDataJSON(), reason: "document_misread" } }),
  );
  await sign();
  await dialog.getByRole("alert").waitFor();
  await page.unroute("**/override");
  const answering = page.waitForResponse((response) => response.url().endsWith("/override"));
  await sign();
  const { receipt, verdict } = (await (await answering).json()) as PassageAnswer;
  assert.equal(verdict, "admit");
  const { by } = await exitEntry(zone, receipt.number);
  assert.equal(by.confirmed?.slice(0, 16), mark.replaceAll(" ", ""), "the mark that was read stands in the journal");
  await gate.press("F8");
  await gate.says("Ready");
}

/** Without the node the paper is kept with the decision, and settled when the line is back. */
async function keepsItWhenCut(gate: GatePage, till: TillPage, zone: TestZone, line: Line): Promise<void> {
  const { pass } = await zone.pass({ document: { mrz: [...passportOf(LATER)] } });
  assert.ok(pass);
  const slip = await sell(till, pass, "250");
  const packed = gate.page.waitForResponse((response) => response.url().includes(`${routes.pack.path}?`));
  await gate.page.reload();
  await (await packed).finished();
  await gate.page.locator(".gate").waitFor();
  await gate.isReadyAlone();
  await gate.rest();
  await line.cut();
  await gate.page.locator(".ui-ladder").filter({ hasText: "Node cut off" }).waitFor();
  await gate.page.getByRole("radio", { name: "Out", exact: true }).click({ force: true });
  await gate.scan(passportOf(LATER));
  await gate.says("Any goods?");
  await gate.scan([pass]);
  await gate.page.getByText("Pass read").waitFor();
  await gate.scan([slip]);
  await gate.page.locator(".slip").waitFor();
  await gate.isWhole("slips-live-cut");
  await gate.press("F9");
  await gate.says("Let leave");
  await gate.page.locator(".slip-outcome").filter({ hasText: "settled when the line is back" }).waitFor();
  await gate.isWhole("slips-live-cut-out");
  await gate.press("F8");
  await line.mend();
  await gate.page.getByText(/1 decisions? made without the node/).waitFor();
  const { rows } = (await readAs(zone, `${routes.entries.path}?kind=late_passage`)) as EntryList;
  assert.equal(rows.length, 1);
  const { covers } = await exitEntry(zone, rows[0]!.number);
  assert.deepEqual(
    covers.map(({ sale, outcome }) => [sale, outcome]),
    [[slip, "carried_out"]],
  );
}

test("Given a visitor who bought at a till with a right", async (given) => {
  const browser = await launchBrowser(console.log);
  assert.ok(browser, "no browser is to be had here");
  const line = await openLine();
  await using zone = await startTestZone(undefined, line);
  try {
    const { pass } = await zone.pass({ document: { mrz: [...passportOf(SHOPPER)] } });
    assert.ok(pass, "the visitor was let in with a pass");
    const till = await TillPage.register(browser, zone.url, await zone.token("administrator"));
    const slips = [await sell(till, pass, "300"), await sell(till, pass, "200")];
    assert.equal(await leftOf(zone, pass), 7_500);
    const gate = await GatePage.open(browser, zone.url, await zone.token("duty_officer"));
    const complaints = complaintsOf(gate.page);
    await given.test("when her pass and a slip are read at the gate, then they are ticked and nothing is pressed", () =>
      ticksWhatWasBought(gate, pass, slips[0]!),
    );
    await given.test("when she goes out, then her purchases are counted once", () => goesOut(gate, zone, slips));
    await given.test("when a slip comes a second time, then she is sent to the desk, with the rule that says so", () =>
      isRefusedTwice(gate, zone, slips[0]!),
    );
    await given.test(
      "when two officers let her go, then the second has signed for what she read and no other reason",
      async () => {
        const desk = await GatePage.open(browser, zone.url, await zone.token("duty_officer"), "Later");
        await isLetGoByTwo(desk, zone, slips[0]!);
        await desk.page.context().close();
      },
    );
    await given.test("when the line is cut, then her slip is kept with the decision and settled afterwards", () =>
      keepsItWhenCut(gate, till, zone, line),
    );
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    await line.cut();
  }
});
