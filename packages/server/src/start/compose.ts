import type { Log } from "../http/request-log.ts";
import type { NodeOptions } from "./running-node.ts";

export type ComposeOptions = { rulebooks: string; origin: string | undefined; demo: boolean; log: Log };

/** Hangs the concepts on a node: this is the one place that names them all. */
export function compose(_options: ComposeOptions): Pick<NodeOptions, "compose" | "verifyTail"> {
  return {
    verifyTail: async () => {},
    compose: async () => ({ registers: [], firstSignIn: undefined, renew: async () => {}, close: async () => {} }),
  };
}
