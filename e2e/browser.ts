import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../tools/browser.ts";

/** A quiet browser: no GPU, no QUIC, nothing that calls home. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser of the journeys, or undefined where none is to be had. */
export async function launchBrowser(say: (line: string) => void): Promise<Browser | undefined> {
  const executablePath = await findBrowser(say);
  return executablePath ? chromium.launch({ executablePath, args: ARGUMENTS }) : undefined;
}
