import { parentPort, workerData } from "node:worker_threads";
import type { Shift } from "./crew.ts";
import { hunt } from "./hunt.ts";
import { rightsModel } from "./rights-model.ts";

const { seed, worlds, seconds } = workerData as Shift;
parentPort?.postMessage(hunt(rightsModel, { seed, worlds, untilMs: performance.now() + seconds * 1_000 }));
