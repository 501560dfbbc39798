import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { buildStories } from "../packages/web/build.ts";
import { launchBrowser } from "./browser.ts";
import { languages, look, OUTPUT } from "./looking.ts";
import { serveFolder } from "./static-server.ts";

/** ux.md T4: the usual booth, the smallest, a large one, and the usual one at 200 % zoom. */
const sizes = {
  usual: { width: 1280, height: 800, scale: 1 },
  small: { width: 1024, height: 768, scale: 1 },
  large: { width: 1920, height: 1080, scale: 1 },
  zoomed: { width: 640, height: 400, scale: 2 },
} as const;
export type Size = keyof typeof sizes;

/** One page of one size; stories follow each other in it. */
async function openPage(browser: Browser, size: Size, spoken: string[]): Promise<Page> {
  const { width, height, scale } = sizes[size];
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  page.on("console", (message) => (message.type() === "error" ? spoken.push(`console: ${message.text()}`) : undefined));
  page.on("pageerror", (error) => spoken.push(`page: ${error.message}`));
  return page;
}

async function shoot(page: Page, url: string, story: string, language: string, size: Size): Promise<readonly string[]> {
  const address = `story=${story}&language=${language}`;
  await page.goto(`${url}/stories.html#${address}`);
  await page.locator(`html[data-shown="${address}"]`).waitFor();
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  return await look(page, `${story}-${language}-${size}`, { fits: size !== "zoomed" });
}

/** Formats as this browser writes them; it ships no Kazakh and says that it does (ux.md T1). */
async function formatFaults(page: Page, url: string): Promise<readonly string[]> {
  await page.goto(`${url}/stories.html`);
  const faults = await page.evaluate<string>("document.documentElement.dataset.misWritten");
  return faults === "" ? [] : [`format: ${faults}`];
}

async function storyNames(browser: Browser, url: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.goto(`${url}/stories.html#story=index`);
  const names = await page.evaluate<string>("document.documentElement.dataset.stories");
  await page.close();
  return names.split(" ");
}

/** The stories that fill the screen most are looked at in every size. */
const everySize = new Set(["waiting", "leave", "refer", "typing", "declaring", "leave-many", "node-cut", "turned"]);

export type Looked = { readonly pictures: number; readonly faults: readonly string[] };

/** Pictures of every story in every language, and what is wrong with them. */
async function takePictures(
  browser: Browser,
  url: string,
  only: readonly string[],
  wanted: readonly Size[],
): Promise<Looked> {
  const faults: string[] = [];
  let pictures = 0;
  const names = (await storyNames(browser, url)).filter((name) => only.length === 0 || only.includes(name));
  for (const size of wanted) {
    const spoken: string[] = [];
    const page = await openPage(browser, size, spoken);
    if (size === "usual") faults.push(...(await formatFaults(page, url)));
    for (const name of names.filter((one) => size === "usual" || everySize.has(one))) {
      for (const [language] of languages) {
        const found = await shoot(page, url, name, language, size);
        const said = spoken.splice(0).map((fault) => `${name}-${language}-${size}: ${fault}`);
        faults.push(...found, ...said);
        pictures += 1;
      }
    }
    await page.context().close();
  }
  return { pictures, faults };
}

/** Builds the stories of gate and till and looks at them under the pages' own policy: axe, cut text, parts off the screen, errors. */
export async function lookAtScreens(
  browser: Browser,
  only: readonly string[],
  wanted: readonly Size[],
): Promise<Looked> {
  mkdirSync(OUTPUT, { recursive: true });
  let pictures = 0;
  const faults: string[] = [];
  for (const screen of ["gate", "till"] as const) {
    const built = path.join(OUTPUT, `stories-${screen}`);
    await buildStories(screen, built);
    const server = await serveFolder(built);
    try {
      const looked = await takePictures(browser, server.url, only, wanted);
      pictures += looked.pictures;
      faults.push(...looked.faults);
    } finally {
      server.close();
    }
  }
  return { pictures, faults };
}

/** Pictures of every story in every size. Exit status: 0 nothing found, 1 faults, 3 no browser. */
async function main(only: readonly string[]): Promise<number> {
  process.env.TWINLINE_PICTURES ??= OUTPUT;
  const browser = await launchBrowser(console.log);
  if (!browser) return 3;
  try {
    const { pictures, faults } = await lookAtScreens(browser, only, Object.keys(sizes) as Size[]);
    for (const fault of faults) console.log(fault);
    console.log(`${pictures} pictures, ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
