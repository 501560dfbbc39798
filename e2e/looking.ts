import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "playwright-core";

/** Where the pictures are kept for eyes. */
export const OUTPUT = path.join(import.meta.dirname, "output");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const seen = readFileSync(path.join(import.meta.dirname, "screen-faults.js"), "utf8");

/** The four languages with their own names, as every switch shows them. */
export const languages = [
  ["zh", "中文"],
  ["kk", "Қазақша"],
  ["ru", "Русский"],
  ["en", "English"],
] as const;
export type Language = (typeof languages)[number][0];
const allLanguages = languages.map(([code]) => code);

/** Colours half-way from one state to the next are nobody's to judge; what turns for ever is not waited for. */
const SETTLED = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  .map(({ finished }) => finished))`;

/** Whether the page stands on one screen, as those of officers do, or scrolls, as on a phone. */
type Looking = { readonly fits?: boolean };

/** A picture of the page as it stands, and the faults that axe and a measure of the screen find in it. */
export async function look(page: Page, name: string, options: Looking = {}): Promise<readonly string[]> {
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

/** The page in another language, by the switch that it shows. */
export async function speak(page: Page, language: string): Promise<void> {
  const own = languages.find(([code]) => code === language)?.[1] ?? "";
  await page.getByRole("radio", { name: own, exact: true }).first().check({ force: true });
  await page.locator(`html[lang^=${language}]`).waitFor();
}

/** As `look`, in every language or in some. */
export async function lookAround(
  page: Page,
  name: string,
  only: readonly string[] = allLanguages,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const language of only) {
    await speak(page, language);
    faults.push(...(await look(page, `${name}-${language}`)));
  }
  return faults;
}

/** Fails if the page has a fault in any language; it speaks English afterwards. */
export async function assertWhole(page: Page, name: string): Promise<void> {
  assert.deepEqual(await lookAround(page, name), []);
  await speak(page, "en");
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
