import type { Browser, Locator } from "playwright-core";
import { GatePage, openPost } from "./gate-page.ts";

/** The till as a shop assistant's hands know it; it reads and speaks as the gate does. */
export class TillPage extends GatePage {
  /** Registers this device as till T1 by an officer who signed in here once. */
  static async register(browser: Browser, url: string, token: string): Promise<TillPage> {
    return new TillPage(await openPost(browser, `${url}/till/#link=${token}`, ".till"));
  }

  get banner(): Locator {
    return this.page.locator(".till-banner");
  }

  async bannerSays(text: string | RegExp): Promise<void> {
    await this.banner.filter({ hasText: text }).waitFor();
  }

  /** Puts one article into the basket by its name, as a hand would by keyboard alone. */
  async add(name: string, yuan: string): Promise<void> {
    await this.page.getByLabel("Goods, or HS code").fill(name);
    await this.page.keyboard.press("Enter");
    await this.page.getByLabel("kg", { exact: true }).fill("0.4");
    await this.page.getByLabel("CNY", { exact: true }).fill(yuan);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".till-table tbody tr").first().waitFor();
  }
}
