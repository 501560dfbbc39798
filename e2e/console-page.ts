import type { Browser, Locator, Page } from "playwright-core";
import { complaintsOf, languages, look } from "./looking.ts";

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
    const own = languages.find(([code]) => code === language)?.[1] ?? "";
    await this.page.getByRole("radio", { name: own }).check({ force: true });
    await this.page.locator(`html[lang^=${language}]`).waitFor();
  }

  /** The scene in every language, or in some: pictures, and the faults a machine can see. */
  async lookAround(name: string, only?: readonly string[]): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const language of only ?? languages.map(([code]) => code)) {
      await this.speak(language);
      faults.push(...(await look(this.page, `console-${name}-${language}`)));
    }
    return faults;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
