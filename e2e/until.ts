import type { Page } from "playwright-core";

const TRIES_MAX = 400;
const PAUSE_MS = 50;

/**
 * Waits by asking until the expression is true; a promise is waited for. The page's own policy forbids the evaluation that
 * Playwright's waitForFunction puts into it, and that one takes a promise for a truth.
 */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    if (await page.evaluate<boolean>(expression)) return;
    await page.waitForTimeout(PAUSE_MS);
  }
  throw new Error(`Cannot go on: it never became true that ${expression}`);
}
