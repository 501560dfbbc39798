import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { apply, type Mutant } from "./mutants.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const COPIED = ["packages/rulebook", "rulebooks", "conformance/rulebook"];
const TIME_MAX = 90_000;

export type Verdict = "killed" | "timed out" | "survived";

/** A copy of the package in which mutants are tried one after the other. */
export class Trial implements Disposable {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "twm-"));
  readonly #tests: readonly string[];

  constructor() {
    for (const folder of COPIED) cpSync(path.join(ROOT, folder), path.join(this.#folder, folder), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(this.#folder, "node_modules"));
    writeFileSync(path.join(this.#folder, "package.json"), '{"type":"module"}');
    const cwd = path.join(this.#folder, "packages/rulebook/src");
    this.#tests = globSync("**/*.test.ts", { cwd }).filter((file) => !file.startsWith("dmn/"));
  }

  /** Runs the tests of the mutant's own part first, then all others; the first failure ends the trial. */
  async try(mutant: Mutant | undefined): Promise<Verdict> {
    const file = mutant && path.join(this.#folder, "packages/rulebook/src", mutant.file);
    const source = file && readFileSync(file, "utf8");
    if (mutant && file && source) writeFileSync(file, apply(source, mutant));
    try {
      const part = mutant?.file.split("/")[0];
      const near = this.#tests.filter((test) => test.split("/")[0] === part);
      const verdict = near.length === 0 ? "survived" : await this.#run(near);
      return verdict === "survived" ? await this.#run(this.#tests.filter((test) => !near.includes(test))) : verdict;
    } finally {
      if (file && source) writeFileSync(file, source);
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(tests: readonly string[]): Promise<Verdict> {
    const cwd = path.join(this.#folder, "packages/rulebook/src");
    const flags = ["--test", "--test-isolation=none", "--test-reporter=tap"];
    const child = spawn(process.execPath, [...flags, ...tests], { cwd, stdio: ["ignore", "pipe", "ignore"] });
    return judge(child);
  }
}

function judge(child: ChildProcess): Promise<Verdict> {
  return new Promise((resolve) => {
    let told: Verdict | undefined;
    const end = (verdict: Verdict) => {
      told ??= verdict;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => end("timed out"), TIME_MAX);
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      if (/^\s*not ok /m.test(text)) end("killed");
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(told ?? (code === 0 ? "survived" : "killed"));
    });
  });
}
