import { parentPort, workerData } from "node:worker_threads";
import type { HallRequest } from "@twinline/api";
import { type HallResult, runHall } from "./hall.ts";

/** What the thread says: how far it is, and at the end what came out. */
export type FromHall =
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "result"; readonly result: HallResult };

const say = (message: FromHall): void => parentPort?.postMessage(message);
say({
  kind: "result",
  result: runHall(workerData as HallRequest, (percent) => say({ kind: "percent", percent })),
});
