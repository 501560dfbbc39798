import type { Browser, Locator, Page } from "playwright-core";
import { languages, look, speak } from "./looking.ts";

const VIEWPORT = { width: 1440, height: 900 };
const LAW = "/console/studio/khorgos/cn/departure";

/** The studio as somebody who drafts law knows it. */
export class StudioPage {
  readonly page: Page;
  /** What the page complained of: a refused script, an error nobody caught. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on("console", (message) => (message.type() === "error" ? this.complaints.push(message.text()) : undefined));
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  /** Signs in by a one-time link, without a passkey, and opens the law of departures. */
  static async open(browser: Browser, url: string, link: string): Promise<StudioPage> {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: "en-GB" });
    const studio = new StudioPage(await context.newPage());
    await studio.page.goto(`${url}${LAW}#${link.split("#")[1]}`);
    const later = studio.page.getByRole("button", { name: "Later" });
    const law = studio.page.locator(".studio");
    await later.or(law).first().waitFor();
    if (await later.isVisible()) await later.click();
    await law.waitFor();
    return studio;
  }

  get right(): Locator {
    return this.page.locator(".studio-room").last();
  }

  get text(): Locator {
    return this.page.getByLabel("The draft as text");
  }

  async change(label: string, from: string, figure: string): Promise<void> {
    await this.page.getByRole("button", { name: `Change: ${label}` }).click();
    await this.page.getByLabel("In force from").fill(from);
    await this.page.getByLabel("Value", { exact: true }).fill(figure);
  }

  /** As `look`, of the dialog that a button opens: the language is chosen before, for a dialog covers the choice. */
  async lookAtDialog(name: string, button: Locator): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const [language] of languages) {
      await speak(this.page, language);
      await button.click();
      await this.page.getByRole("dialog").locator("pre").waitFor();
      faults.push(...(await look(this.page, `studio-${name}-${language}`)));
      await this.page.keyboard.press("Escape");
      await this.page.getByRole("dialog").waitFor({ state: "detached" });
    }
    return faults;
  }

  /** A picture in each language, and what a machine can see of faults in it. */
  async look(name: string): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const [language] of languages) {
      await speak(this.page, language);
      faults.push(...(await look(this.page, `studio-${name}-${language}`)));
      const wide = await this.page.evaluate<number>(
        "[...document.querySelectorAll('.studio-room')].filter((room) => room.scrollWidth > room.clientWidth).length",
      );
      if (wide > 0) faults.push(`${name} ${language}: ${wide} rooms scroll sideways`);
    }
    return faults;
  }
}
