import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readConfig, readSite, startZone } from "@twinline/server";
import { buildScreens, isStale, siteFolder } from "../packages/cli/src/start/web-build.ts";

const ROOT = path.resolve(import.meta.dirname, "..");

type Role = "duty_officer" | "gate_officer" | "administrator";

/** One side's node: its address, a link by which somebody signs in once, a one-time code of a second officer. */
export type SideNode = {
  readonly url: string;
  readonly link: (role: Role) => Promise<string>;
  readonly second: (role: Role) => Promise<string>;
};

export type TwoSides = {
  readonly cn: SideNode;
  readonly kz: SideNode;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Both sides of Khorgos as `twinline start --demo --side both` starts them, without traffic; screens as they are built. */
export async function startTwoSides(): Promise<TwoSides> {
  const built = process.env.TWINLINE_SITE;
  if (built === undefined && isStale(ROOT)) await buildScreens(ROOT);
  const data = mkdtempSync(path.join(tmpdir(), "twinline-e2e-"));
  // NOTE: as root the database runs as another user, who has to pass this folder.
  chmodSync(data, 0o755);
  const site = readSite(built ?? siteFolder(ROOT));
  const zone = await startZone({
    config: readConfig({}, { side: "both", data, port: "0" }),
    site: () => site,
    demo: true,
    log: () => {},
    progress: () => {},
  });
  const sideOf = (at: number): SideNode => {
    const node = zone.nodes[at]!;
    const officer = async (role: Role) => (await node.demoOfficers()).find((one) => one.role === role)!;
    return {
      url: node.url,
      link: async (role) => (await officer(role)).path,
      second: async (role) => (await officer(role)).codes[0]!,
    };
  };
  return {
    cn: sideOf(0),
    kz: sideOf(1),
    [Symbol.asyncDispose]: async () => {
      await zone.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
