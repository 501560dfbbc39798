import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { PassageAnswer } from "@twinline/api";
import { exchange } from "../../packages/cli/src/traffic/exchange.ts";
import type { Lane } from "../../packages/cli/src/traffic/node-client.ts";

export type PlainDoor = AsyncDisposable & { readonly lanes: readonly Lane[] };

/** Starts the plain server on the recorded rows; its lanes send the same requests, unsigned. */
export async function openPlainDoor(folder: string, first: number, last: number, count: number): Promise<PlainDoor> {
  const script = path.join(import.meta.dirname, "plain-server.ts");
  const child = spawn(process.execPath, [script, folder, String(first), String(last)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  const url = `http://127.0.0.1:${Number(port.toString())}/api/passages`;
  const lane = (index: number): Lane => ({
    gate: "CN-1",
    lane: String(index + 1),
    record: async (key, request) => {
      const headers = { "content-type": "application/json", "idempotency-key": key };
      const { text } = await exchange("POST", url, headers, JSON.stringify(request));
      return JSON.parse(text) as PassageAnswer;
    },
  });
  return {
    lanes: Array.from({ length: count }, (_, index) => lane(index)),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
