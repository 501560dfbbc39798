import type { Browser, Locator, Page } from "playwright-core";
import { assertWhole, complaintsOf, lookAround, speak } from "./looking.ts";

const USUAL = { width: 1280, height: 800 };

/** The console as an officer at a desk knows it. */
export class ConsolePage {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    this.complaints = complaintsOf(page);
  }

  /** Signs in by a one-time link and puts the passkey off; what is printed is counted. */
  static async open(browser: Browser, url: string, link: string, locale = "en-GB"): Promise<ConsolePage> {
    const context = await browser.newContext({ viewport: USUAL, locale, acceptDownloads: true });
    const desk = new ConsolePage(await context.newPage(), url);
    await desk.page.addInitScript("globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; };");
    await desk.page.goto(`${url}${link}`);
    await desk.page.locator(".signin-buttons button").nth(1).click();
    await desk.page.locator(".console").waitFor();
    return desk;
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.#url}/console${path}`);
    await this.page.locator(".scene-body").waitFor();
  }

  get panel(): Locator {
    return this.page.locator("aside.entry");
  }

  rows(): Locator {
    return this.page.locator(".scene .ui-table tbody tr");
  }

  async speak(language: string): Promise<void> {
    await speak(this.page, language);
  }

  /** The scene in every language, or in some: pictures, and the faults a machine can see. */
  async lookAround(name: string, only?: readonly string[]): Promise<readonly string[]> {
    return await lookAround(this.page, `console-${name}`, only);
  }

  /** Pictures in four languages, and no fault in any. */
  async isWhole(name: string): Promise<void> {
    await assertWhole(this.page, `console-${name}`);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
