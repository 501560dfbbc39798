import assert from "node:assert/strict";
import { test } from "node:test";
import { launchBrowser } from "./browser.ts";
import { lookAtScreens } from "./screens.ts";

const STATES_MIN = 25;

test("Every state of the gate in four languages has no fault that axe or a measure of the screen can find", async () => {
  const browser = await launchBrowser(console.log);
  assert.ok(browser, "no browser is to be had here");
  try {
    const { pictures, faults } = await lookAtScreens(browser, [], ["usual"]);
    assert.deepEqual(faults, []);
    assert.ok(pictures >= 4 * STATES_MIN, `only ${pictures} pictures were looked at`);
  } finally {
    await browser.close();
  }
});
