import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { PassageAnswer } from "@twinline/api";
import { exchange } from "../../packages/cli/src/traffic/exchange.ts";
import type { Lane } from "../../packages/cli/src/traffic/node-client.ts";

/** A server in a process of its own that inserts recorded rows. */
export type Door = AsyncDisposable & { readonly lanes: readonly Lane[] };

async function openDoor(script: string, args: readonly string[], lanesAt: (base: string) => Lane[]): Promise<Door> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return {
    lanes: lanesAt(`http://localhost:${Number(port.toString())}`),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** The plain server; its lanes send the same requests, unsigned. */
export function openPlainDoor(
  folder: string,
  first: number,
  last: number,
  count: number,
  kinds: readonly string[] = ["passage"],
): Promise<Door> {
  return openDoor("plain-server.ts", [folder, String(first), String(last), ...kinds], (base) =>
    Array.from({ length: count }, (_, index) => plainLane(`${base}/api/passages`, index)),
  );
}

function plainLane(url: string, index: number): Lane {
  const lane: Lane = {
    gate: "CN-1",
    lane: String(index + 1),
    record: async (key, request) => {
      const headers = { "content-type": "application/json", "idempotency-key": key };
      const { text } = await exchange("POST", url, headers, JSON.stringify(request));
      return JSON.parse(text) as PassageAnswer;
    },
    at: () => lane,
  };
  return lane;
}

/** The node's own door; its lanes sign with the same keys. */
export function openCheckedDoor(
  data: string,
  folder: string,
  first: number,
  last: number,
  lanes: readonly Lane[],
): Promise<Door> {
  return openDoor("checked-server.ts", [data, folder, String(first), String(last)], (base) =>
    lanes.map((lane) => lane.at(base)),
  );
}
