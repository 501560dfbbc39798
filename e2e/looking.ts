import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "playwright-core";

const OUTPUT = path.join(import.meta.dirname, "output");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const seen = readFileSync(path.join(import.meta.dirname, "screen-faults.js"), "utf8");

/** The four languages with their own names, as every switch shows them. */
export const languages = [
  ["zh", "中文"],
  ["kk", "Қазақша"],
  ["ru", "Русский"],
  ["en", "English"],
] as const;

/** Colours half-way from one state to the next are nobody's to judge; what turns for ever is not waited for. */
const SETTLED = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  .map(({ finished }) => finished))`;

/** A picture of the page as it stands, and the faults that axe and a measure of the screen find in it. */
export async function look(
  page: Page,
  name: string,
  options: { readonly fits?: boolean } = {},
): Promise<readonly string[]> {
  const { fits = true } = options;
  await page.evaluate("document.fonts.ready");
  await page.evaluate(SETTLED);
  await page.evaluate(axe);
  await page.evaluate(seen);
  const faults = await page.evaluate<readonly string[]>(`faultsOnScreen(${fits})`);
  mkdirSync(OUTPUT, { recursive: true });
  await page.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage: !fits });
  return faults.map((fault) => `${name}: ${fault}`);
}

/** What a page complains of: a refused script or style, an error nobody caught. Answers of the network are the node's word. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.startsWith("Failed to load resource")) complaints.push(text);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}
