import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "playwright-core";

/** Where pictures are kept for eyes: TWINLINE_PICTURES, where it names a folder. */
export const OUTPUT = process.env.TWINLINE_PICTURES ?? path.join(import.meta.dirname, "output");
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

/**
 * The faults that axe and a measure of the screen find in the page as it stands. A picture of it is kept if there are any,
 * or if TWINLINE_PICTURES names a folder for them: a picture takes as long as the look itself.
 */
export async function look(page: Page, name: string, options: Looking = {}): Promise<readonly string[]> {
  const { fits = true } = options;
  await page.evaluate("document.fonts.ready");
  await page.evaluate(SETTLED);
  if (!(await page.evaluate<boolean>("'faultsOnScreen' in globalThis"))) await page.evaluate(`${axe};${seen}`);
  const faults = await page.evaluate<readonly string[]>(`faultsOnScreen(${fits})`);
  if (faults.length > 0 || wantsPictures()) keep(`${name}.png`, await page.screenshot({ fullPage: !fits }));
  return faults.map((fault) => `${name}: ${fault}`);
}

/** A picture of the whole page, where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (wantsPictures()) keep(`${name}.png`, await page.screenshot({ fullPage: true }));
}

export function wantsPictures(): boolean {
  return process.env.TWINLINE_PICTURES !== undefined;
}

/** Keeps a file beside the pictures. */
export function keep(name: string, bytes: Uint8Array): void {
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(path.join(OUTPUT, name), bytes);
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
