import { Worker } from "node:worker_threads";
import type { Hunted } from "./hunt.ts";

/** What one thread is told to do; it answers with what it saw. */
export type Shift = { readonly seed: number; readonly worlds: number; readonly seconds: number };

const APART = 104_729;

/** Hunts on several threads side by side, each with seeds of its own. */
export function huntTogether(threads: number, { seed, worlds, seconds }: Shift): Promise<readonly Hunted[]> {
  const each = Math.ceil(worlds / threads);
  return Promise.all(
    Array.from({ length: threads }, (_, index) => onThread({ seed: seed + index * APART, worlds: each, seconds })),
  );
}

function onThread(shift: Shift): Promise<Hunted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: shift });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
