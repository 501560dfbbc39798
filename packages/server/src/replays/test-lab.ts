import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type ReplayAdd, type ReplayRow, routes } from "@twinline/api";
import { registerAccess } from "../access/routes.ts";
import { TestBrowser } from "../access/test-doors.ts";
import { createApp } from "../app.ts";
import { LabProcess } from "../lab/lab-process.ts";
import { registerLab } from "../lab/routes.ts";
import { openGate, type TestGate } from "../passages/test-gate.ts";
import { registerProposals } from "../proposals/routes.ts";
import { registerRulebooks } from "../rulebooks/routes.ts";
import { registerReplays } from "./routes.ts";
import { ReplayRunner } from "./runner.ts";

export const BASE = "khorgos/cn/departure";
const words = '{en: "Draft {n}", zh: "草案{n}", kk: "Жоба {n}", ru: "Проект {n}"}';

/** The text of a reform that raises the allowance, from a day on. */
export function allowance(hash: string, figure: number, from: string): string {
  return [
    `reform: khorgos/cn/allowance-${figure}`,
    `base: ${BASE}@sha256:${hash}`,
    `instruments: {DRAFT: {cite: ${words}, in_force: ${from}}}`,
    "change:",
    `  - {parameter: daily_allowance, from: ${from}, is: ${figure}, source: DRAFT/1}`,
    "",
  ].join("\n");
}

/** A gate with the policy lab beside it: proposals, replays, and a runner that tests may stop and start. */
export async function openLab() {
  const gate = await openGate();
  const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-lab-"));
  const parts = { database: gate.node.database, spine: gate.spine, folder, gate: "CN-1" };
  const runner = new ReplayRunner(parts);
  const { access, spine } = gate;
  const lab = new LabProcess();
  const app = await createApp({
    registers: [
      (one) => registerAccess(one, access),
      (one) => registerRulebooks(one, { access, spine }),
      (one) => registerReplays(one, { access, spine, runner }),
      (one) => registerProposals(one, { access, spine }),
      (one) => registerLab(one, { access, spine, lab }),
    ],
    site: () => new Map(),
    log: () => {},
    now: () => Temporal.Now.instant(),
  });
  const enter = async (role: Parameters<TestGate["enter"]>[0]) => {
    const known = await gate.enter(role);
    const browser = Object.assign(new TestBrowser(app), { officer: known.officer });
    browser.cookie = known.cookie;
    return browser;
  };
  return {
    gate,
    app,
    parts,
    runner,
    enter,
    /** Saves a reform and gives its hash. */
    propose: async (analyst: TestBrowser, figure: number, from: string): Promise<string> => {
      const { bases } = (await analyst.get(routes.proposals.path)).json();
      const { hash } = bases.find(({ name }: { name: string }) => name === BASE);
      const text = allowance(hash, figure, from);
      const saved = await analyst.post(routes.proposalAdd.path, { name: `khorgos/cn/allowance-${figure}`, text });
      if (saved.statusCode !== 200) throw new Error(saved.body);
      return createHash("sha256").update(text).digest("hex");
    },
    ask: async (analyst: TestBrowser, asked: ReplayAdd): Promise<ReplayRow> =>
      (await analyst.post(routes.replayAdd.path, asked)).json(),
    /** Waits until a replay has ended. */
    ended: async (analyst: TestBrowser, id: string): Promise<ReplayRow> => {
      for (;;) {
        const row: ReplayRow = (await analyst.get(routes.replay.path.replace(":id", id))).json();
        if (row.state !== "waiting" && row.state !== "running") return row;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    [Symbol.asyncDispose]: async () => {
      lab.close();
      await runner.close();
      await app.close();
      await gate[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}
