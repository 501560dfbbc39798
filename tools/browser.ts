import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./checks/sources.ts";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DEBIAN_PACKAGES = ["chromium", "fonts-noto-cjk", "fonts-noto-core"];
const INSTALL_TIMEOUT_MS = 600_000;

function usable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(program: string, args: readonly string[], say: (line: string) => void): boolean {
  say(`browser: ${program} ${args.join(" ")}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const done = spawnSync(program, args, { cwd: ROOT, env: environment, timeout: INSTALL_TIMEOUT_MS, encoding: "utf8" });
  if (done.status !== 0)
    say(`browser: it did not work: ${(done.error?.message ?? done.stderr ?? "").trim().slice(-300)}`);
  return done.status === 0;
}

function fromDebian(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  run("apt-get", ["update", "-qq"], say);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...DEBIAN_PACKAGES], say);
  return SYSTEM.find(usable);
}

async function fromPlaywright(say: (line: string) => void): Promise<string | undefined> {
  const { chromium } = await import("playwright-core");
  if (usable(chromium.executablePath())) return chromium.executablePath();
  run(process.execPath, [path.join(ROOT, "node_modules/playwright-core/cli.js"), "install", "chromium"], say);
  return usable(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** A page without a Chinese font shows boxes, and a screenshot of boxes proves nothing. */
function ensureChineseFont(say: (line: string) => void): void {
  const listed = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  if (listed.status === 0 && listed.stdout.trim() !== "") return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"))
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "fonts-noto-cjk", "fonts-noto-core"], say);
  else say("browser: no Chinese font is installed; Chinese screens will show boxes (fonts-noto-cjk)");
}

/**
 * The browser for the journeys: TWINLINE_BROWSER if set, the system's Chromium, else Debian's package where we may
 * install it, else Playwright's own download. Undefined when none of these is to be had here.
 */
export async function findBrowser(say: (line: string) => void): Promise<string | undefined> {
  const named = process.env.TWINLINE_BROWSER;
  const found =
    (named && usable(named) ? named : undefined) ??
    SYSTEM.find(usable) ??
    fromDebian(say) ??
    (await fromPlaywright(say));
  if (found) ensureChineseFont(say);
  return found;
}
