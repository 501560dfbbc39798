import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const READY = /^Sign in\s+(\S+)#link=(\S+)/m;
const OFFICER = /^(\w+)\s+(\d+)\s+\S+#link=(\S+)\s+second: (\S+)$/gm;

export type Officer = {
  readonly role: string;
  readonly number: string;
  readonly link: string;
  readonly second: string;
};
export type DemoZone = { readonly url: string; readonly officers: readonly Officer[]; stop(): Promise<void> };

/** Starts one side with made-up traffic, as a person would, and reads what it announces. Throws its last words if it ends. */
export async function startDemo(data: string, port: number, officersWanted: boolean): Promise<DemoZone> {
  const child = spawn(
    process.execPath,
    ["packages/cli/src/main.ts", "start", "--side", "cn", "--demo", "--data", data, "--port", String(port)],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  const isReady = (): boolean => (officersWanted ? [...said.matchAll(OFFICER)].length > 1 : /^Gate\s/m.test(said));
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (isReady()) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(`The zone ended: ${said.slice(-800)}`)));
  });
  const officers = [...said.matchAll(OFFICER)].map(([, role, number, link, second]) => ({
    role: role!,
    number: number!,
    link: link!,
    second: second!,
  }));
  const url = READY.exec(said)?.[1]?.replace(/\/console\/?$/, "") ?? `http://localhost:${port}`;
  return { url, officers, stop: () => stopped(child) };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await ended;
}
