import type { DocumentInput, PassageRequest } from "@twinline/api";
import { useRef } from "react";
import { ask } from "../link/ask.ts";
import type { OutboxItem } from "../link/outbox.ts";
import { sendPassage } from "../link/send-passage.ts";
import type { AwayOutcome } from "./away/pass-away.ts";
import type { GateEvent, GateState } from "./gate-state.ts";
import type { Post } from "./post.ts";
import { tickedOf } from "./slips.ts";

type Effects = {
  dispatch(event: GateEvent): void;
  refresh(): Promise<void>;
  leaveToPaper(item: OutboxItem): Promise<void>;
  now(): Temporal.Instant;
  /** Whether the node answers here and now. */
  reach(): Promise<boolean>;
  /** Decides by this device alone; nothing of it was ever sent to the node. */
  passAway(request: PassageRequest, shown: string | undefined): Promise<AwayOutcome>;
  /** Nobody is signed in here any more; the request was not recorded. */
  onSessionOver(): void;
};

const SESSION_OVER = "access/not-signed-in";

/** Asks the node about one traveller at a time; leaving an open question hands it to paper. */
export function usePassage(post: Post, effects: Effects) {
  const open = useRef<{ readonly item: OutboxItem; readonly controller: AbortController } | undefined>(undefined);

  const leave = (): void => {
    if (!open.current) return;
    const { item, controller } = open.current;
    open.current = undefined;
    controller.abort();
    void effects.leaveToPaper(item);
  };

  const decideAway = async (item: OutboxItem, shown: string | undefined): Promise<void> => {
    const { key, request } = item;
    const outcome = await effects.passAway(request, shown);
    if (outcome.kind === "problem") effects.dispatch({ kind: "problem", key, problem: outcome.problem });
    else effects.dispatch({ kind: "answered", key, request, answer: outcome.answer, away: outcome.away });
  };

  const askNode = async ({ direction, goods, pass, slips }: GateState, document: DocumentInput): Promise<void> => {
    leave();
    const covers = direction === "out" ? tickedOf(slips) : [];
    const item: OutboxItem = {
      key: crypto.randomUUID(),
      request: {
        direction,
        gate: post.gate,
        lane: post.lane,
        document,
        ...(goods.length > 0 && { goods: [...goods] }),
        ...(covers.length > 0 && { covers: [...covers] }),
      },
      madeAt: effects.now().toString({ smallestUnit: "second" }),
      state: "sent",
    };
    effects.dispatch({ kind: "asked", item });
    // NOTE: asked first whether the node is there, because a request that was sent may have been recorded though no answer
    // came: such a one is left to paper, never decided a second time here.
    if (!(await effects.reach())) return decideAway(item, pass);
    const controller = new AbortController();
    open.current = { item, controller };
    const sent = await sendPassage(item, {
      outbox: post.outbox,
      send: ({ key, request }) => ask("passage", { body: request, key, signer: post.signer }),
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      onTrouble: (kind, tries) => {
        effects.dispatch({ kind: "troubled", key: item.key, trouble: { kind, tries } });
        void effects.refresh();
      },
      signal: controller.signal,
    }).catch((error: unknown) => ({
      kind: "problem" as const,
      problem: { type: "outbox/full", status: 0, title: String(error) },
    }));
    if (sent.kind !== "unknown" && open.current?.item.key === item.key) open.current = undefined;
    if (sent.kind === "answered")
      effects.dispatch({ kind: "answered", key: item.key, request: item.request, answer: sent.answer });
    if (sent.kind === "problem") effects.dispatch({ kind: "problem", key: item.key, problem: sent.problem });
    await effects.refresh();
    if (sent.kind === "problem" && sent.problem.type === SESSION_OVER) effects.onSessionOver();
  };

  return { askNode, leave };
}
