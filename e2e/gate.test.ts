import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { launchBrowser } from "./browser.ts";
import { GatePage } from "./gate-page.ts";
import { passportOf } from "./travellers.ts";
import { startDemo } from "./zone.ts";

/** The gate asks how its node is every four seconds; a loaded machine takes longer to answer. */
const RETURN_MS = 60_000;
const TABS = 40;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** ux.md T2: whatever has the focus, a scan presses nothing and leaks nothing. */
async function scansPressNothing(gate: GatePage): Promise<void> {
  await gate.page.getByRole("button", { name: "Type by hand" }).focus();
  await gate.pressWhenDecided("F8");
  await gate.scan(passportOf(1));
  await gate.says("Admit");
  assert.equal(await gate.page.locator("form.typing").count(), 0, "the focused button was not pressed");
  assert.equal(await gate.printed(), 0, "F8 in the very moment of the verdict does nothing");

  await gate.rest();
  await gate.scan(passportOf(2));
  await gate.says("Admit");
  assert.equal(await gate.printed(), 0, "the next traveller's scan did not admit the one before");

  await gate.press("F8");
  await gate.says("Ready");
  assert.equal(await gate.printed(), 1);
}

async function verdictsTakeNoFocus(gate: GatePage): Promise<void> {
  await gate.scan(passportOf(3));
  await gate.says("Admit");
  await gate.rest();
  for (let tab = 0; tab < TABS; tab += 1) {
    await gate.page.keyboard.press("Tab");
    const held = await gate.page.evaluate<string>("document.activeElement?.className ?? ''");
    assert.doesNotMatch(held, /act-button/);
  }
  await gate.page.locator(".act-button[data-verdict=refer]").click();
  await gate.page.getByRole("dialog").waitFor();
  await gate.scan(passportOf(4));
  assert.ok(await gate.page.getByRole("dialog").isVisible(), "a scan answers no question");
  await gate.page.keyboard.press("Escape");
}

async function typedTextIsPutBack(gate: GatePage): Promise<void> {
  await gate.page.getByRole("button", { name: "Type by hand" }).click();
  const number = gate.page.getByLabel("Document number");
  await number.pressSequentially("N135", { delay: 90 });
  await gate.page.waitForTimeout(200);
  await gate.scan(["690123", "4567892"]);
  assert.equal(await gate.page.locator("form.typing").count(), 0, "a scan begins the next traveller");
  await gate.says("Nothing found");
}

async function linesGoAndComeBack(
  gate: GatePage,
  stop: () => Promise<void>,
  start: () => Promise<void>,
): Promise<void> {
  await gate.isReadyAlone();
  await stop();
  await gate.page.locator(".ui-ladder").filter({ hasText: "Node cut off" }).waitFor();
  await gate.scan(passportOf(5));
  await gate.says("Admit");
  await gate.page.getByText(/Decided on this device/).waitFor();
  await start();
  await gate.page.getByText(/1 decisions? made without the node/).waitFor({ timeout: RETURN_MS });
  await gate.page.getByRole("button", { name: "Seen" }).click();
}

test("Given a gate with a duty officer, on a node that runs as for people", async (given) => {
  const browser = await launchBrowser(console.log);
  assert.ok(browser, "no browser is to be had here");
  const data = mkdtempSync(path.join(tmpdir(), "twinline-e2e-"));
  // NOTE: as root the database runs as another user, who has to pass this folder; else it would lie where nobody clears it.
  chmodSync(data, 0o755);
  const port = await freePort();
  let zone = await startDemo(data, port, true);
  try {
    const officer = zone.officers.find(({ role }) => role === "duty_officer");
    assert.ok(officer, "the demonstration has a duty officer");
    const gate = await GatePage.open(browser, zone.url, officer.link);
    await given.test("when a scan comes, then it presses nothing and only F8 after the quiet time admits", () =>
      scansPressNothing(gate),
    );
    await given.test("when keys are pressed, then none reaches a verdict and a scan answers no dialog", () =>
      verdictsTakeNoFocus(gate),
    );
    await given.test("when a scan is no document, then the gate says so and fills no field", () =>
      typedTextIsPutBack(gate),
    );
    await given.test(
      "when the node is gone, then the gate decides by itself, and after the node's return it is in the journal",
      () =>
        linesGoAndComeBack(
          gate,
          () => zone.stop(),
          async () => {
            zone = await startDemo(data, port, false);
          },
        ),
    );
  } finally {
    await browser.close();
    await zone.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
