import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { apply, type Mutant } from "./mutants.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const COPIED = ["packages/rulebook", "rulebooks", "conformance/rulebook"];
/** An endless mutant is one that takes so many times what the tests take where nothing is changed. */
const TIMES_MAX = 8;
const CONTROL_MAX_MS = 600_000;

export type Verdict = "killed" | "timed out" | "survived";

/** A copy of the package in which mutants are tried one after the other. */
export class Trial implements Disposable {
  /** Of one run of tests, as the control took; a busy machine must not make survivors look killed. */
  limitMs = CONTROL_MAX_MS;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "twm-"));
  readonly #tests: readonly string[];

  constructor() {
    for (const folder of COPIED) cpSync(path.join(ROOT, folder), path.join(this.#folder, folder), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(this.#folder, "node_modules"));
    writeFileSync(path.join(this.#folder, "package.json"), '{"type":"module"}');
    const cwd = path.join(this.#folder, "packages/rulebook/src");
    this.#tests = globSync("**/*.test.ts", { cwd }).filter((file) => !file.startsWith("dmn/"));
  }

  /** Runs all tests where nothing is changed, and takes their time as the measure of what is endless. */
  async control(): Promise<Verdict> {
    const start = performance.now();
    const verdict = await this.#run(this.#tests);
    this.limitMs = TIMES_MAX * (performance.now() - start);
    return verdict;
  }

  /** Runs the tests of the mutant's own part first, then all others; the first failure ends the trial. */
  async try(mutant: Mutant): Promise<Verdict> {
    const file = path.join(this.#folder, "packages/rulebook/src", mutant.file);
    const source = readFileSync(file, "utf8");
    writeFileSync(file, apply(source, mutant));
    try {
      const part = mutant.file.split("/")[0];
      const near = this.#tests.filter((test) => test.split("/")[0] === part);
      const verdict = near.length === 0 ? "survived" : await this.#run(near);
      return verdict === "survived" ? await this.#run(this.#tests.filter((test) => !near.includes(test))) : verdict;
    } finally {
      writeFileSync(file, source);
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(tests: readonly string[]): Promise<Verdict> {
    const cwd = path.join(this.#folder, "packages/rulebook/src");
    const flags = ["--test", "--test-isolation=none", "--test-reporter=tap"];
    const child = spawn(process.execPath, [...flags, ...tests], { cwd, stdio: ["ignore", "pipe", "ignore"] });
    return judge(child, this.limitMs);
  }
}

function judge(child: ChildProcess, limitMs: number): Promise<Verdict> {
  return new Promise((resolve) => {
    let told: Verdict | undefined;
    const end = (verdict: Verdict) => {
      told ??= verdict;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => end("timed out"), limitMs);
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      if (/^\s*not ok /m.test(text)) end("killed");
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(told ?? (code === 0 ? "survived" : "killed"));
    });
  });
}
