import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { assertWhole } from "./looking.ts";
import { until } from "./until.ts";

/** Longer than a verdict's keys are ignored after a scan (ux.md T2). */
const QUIET_MS = 650;
/** A reader's speed; a person's is above 50 ms a key. */
const READER_KEY_MS = 2;

/** The gate as an officer's hands know it. */
export class GatePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in by a one-time link, registers a passkey of a virtual authenticator and this device at lane 1. */
  static async open(
    browser: Browser,
    url: string,
    token: string,
    how: Start = "Register a passkey",
  ): Promise<GatePage> {
    return new GatePage(await openPost(browser, `${url}/gate/#link=${token}`, ".gate", how));
  }

  /** Pictures in four languages, and no fault in any. */
  async isWhole(name: string): Promise<void> {
    await assertWhole(this.page, name);
  }

  /** Waits until the quiet time after a scan is over. */
  async rest(): Promise<void> {
    await this.page.waitForTimeout(QUIET_MS);
  }

  /** Presses a key once the quiet time is over, as a hand does. */
  async press(key: string): Promise<void> {
    await this.rest();
    await this.page.keyboard.press(key);
  }

  /** Keys with the time stamps of a reader, however busy this machine is: the operating system stamps real ones too. */
  async scan(lines: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const start = Temporal.Now.instant().epochMilliseconds;
    const sent = [...`${lines.join("\n")}\n`].flatMap((character, at) => {
      const timestamp = (start + at * READER_KEY_MS) / 1000;
      const key = (type: "keyDown" | "keyUp") =>
        session.send("Input.dispatchKeyEvent", { type, ...keyOf(character), timestamp });
      return [key("keyDown"), key("keyUp")];
    });
    // NOTE: sent without waiting for each; a reader's keys do not wait for the page either.
    await Promise.all(sent);
    await session.detach();
  }

  /** Presses a key in the very moment in which the next verdict appears, as no hand and no driver could time it. */
  async pressWhenDecided(key: string): Promise<void> {
    await this.page.evaluate(`new MutationObserver((_, observer) => {
      if (!document.querySelector(".verdict:not([data-verdict=none])")) return;
      observer.disconnect();
      dispatchEvent(new KeyboardEvent("keydown", { key: "${key}", code: "${key}" }));
    }).observe(document.body, { childList: true, subtree: true, attributes: true })`);
  }

  /** The device has what it needs to work without its node. */
  async isReadyAlone(): Promise<void> {
    await until(this.page, "navigator.serviceWorker.controller !== null");
    await until(
      this.page,
      `new Promise((done) => {
        const opening = indexedDB.open("twinline");
        opening.onerror = () => done(false);
        opening.onsuccess = () => {
          const database = opening.result;
          const asked = database.transaction("kept").objectStore("kept").count("pack");
          asked.onsuccess = () => { database.close(); done(asked.result > 0); };
        };
      })`,
    );
  }

  /** Opens the page anew; gives the milliseconds until the gate stands there. */
  async reopen(): Promise<number> {
    await this.page.reload({ waitUntil: "commit" });
    await this.page.locator(".gate").waitFor();
    return this.page.evaluate<number>("performance.now()");
  }

  /** Reads a traveller who is let in; gives the milliseconds from the reader's last key to the verdict. */
  async timeVerdict(lines: readonly string[]): Promise<number> {
    await this.page.evaluate(`globalThis.decidedAt = new Promise((done) => new MutationObserver(() => {
      if (document.querySelector(".verdict:not([data-verdict=none])")) done(performance.now());
    }).observe(document.body, { childList: true, subtree: true, attributes: true }));
    addEventListener("keydown", (event) => { globalThis.lastKeyAt = performance.now(); }, true);`);
    await this.scan(lines);
    await this.says("Admit");
    return this.page.evaluate<number>("globalThis.decidedAt.then((at) => at - globalThis.lastKeyAt)");
  }

  get verdict(): Locator {
    return this.page.locator(".verdict-word");
  }

  /** Fails with what the whole screen says instead. */
  async says(word: string): Promise<void> {
    try {
      await this.verdict.filter({ hasText: word }).waitFor();
    } catch (cause) {
      const said = (await this.page.locator("body").innerText()).replaceAll(/\s+/g, " ");
      throw new Error(`The screen does not say "${word}" but: ${said}`, { cause });
    }
  }

  async printed(): Promise<number> {
    return this.page.evaluate<number>("globalThis.printed");
  }
}

const SHIFT = 8;
const codes: Readonly<Record<string, string>> = { "<": "Comma", "-": "Minus", _: "Minus", ".": "Period" };

/** The key of a US keyboard that types the character. */
function keyOf(character: string) {
  if (character === "\n") return { key: "Enter", code: "Enter", text: "\r", windowsVirtualKeyCode: 13 };
  const code = codes[character] ?? (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`);
  const isShifted = /[A-Z<_]/.test(character);
  return { key: character, code, text: character, ...(isShifted ? { modifiers: SHIFT } : {}) };
}

/** What is pressed after a one-time link; whoever works without a passkey is offered codes for second officers. */
type Start = "Register a passkey" | "Later";

/** Signs in by the one-time link in an address, registers a passkey and this device; what is printed is counted. */
export async function openPost(
  browser: Browser,
  address: string,
  screen: string,
  how: Start = "Register a passkey",
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript("globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; };");
  await addAuthenticator(context, page);
  await page.goto(address);
  await page.getByRole("button", { name: how }).click();
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await page.locator(screen).waitFor();
  return page;
}

async function addAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
