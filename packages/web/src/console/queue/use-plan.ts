import type { QueuePlan } from "@twinline/api";
import { useState } from "react";
import { ask } from "../../link/ask.ts";
import { useDeed } from "../asking/use-deed.ts";
import { answered } from "./answered.ts";
import { ROAD } from "./use-road.ts";

/** A change of slots in two steps: what it would move is shown, then it is done. */
export function usePlan(route: "queueShift" | "queueClose") {
  const { run, isBusy, problem } = useDeed(ROAD);
  const [plan, setPlan] = useState<QueuePlan>();
  const send = async (body: object): Promise<QueuePlan | undefined> =>
    await run(async () => answered(await ask(route, { body, key: crypto.randomUUID() })));
  return {
    isBusy,
    problem,
    plan,
    forget: () => setPlan(undefined),
    preview: async (body: object): Promise<void> => setPlan(await send({ ...body, preview: true })),
    apply: send,
  };
}
