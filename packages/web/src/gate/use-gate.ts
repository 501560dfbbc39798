import { useReducer, useState } from "react";
import { createActionGuard } from "./action-guard.ts";
import { gateActions } from "./gate-actions.ts";
import { freshGate, type GateEvent, nextGate } from "./gate-state.ts";
import { changedRulebooks, nodeNow, viewNode } from "./node-view.ts";
import type { Post } from "./post.ts";
import { paperDeeds } from "./send-paper.ts";
import { useHands } from "./use-hands.ts";
import { useLane } from "./use-lane.ts";
import { useLine } from "./use-line.ts";
import { useOutbox } from "./use-outbox.ts";
import { useOverride } from "./use-override.ts";
import { usePassage } from "./use-passage.ts";
import { useSales } from "./use-sales.ts";
import { useSetting } from "./use-setting.ts";
import { useVerdictEffects } from "./use-verdict-effects.ts";
import { useWorking } from "./use-working.ts";
import type { GateActions, GateView, Notice } from "./view.ts";
import { viewOf } from "./view-of.ts";

/** The live gate: what the screen shows and what its officer can do. */
export function useGate(
  post: Post,
  signOut: () => void,
  onSessionOver: () => void,
): { readonly view: GateView; readonly on: GateActions } {
  const [state, dispatch] = useReducer(nextGate, freshGate("in"));
  const [guard] = useState(createActionGuard);
  const { heard, nowMs, reach, away, waitingCount } = useLine(post);
  const { status } = heard;
  const [seen, setSeen] = useState(post.status.rulebooks);
  const [printer, setPrinter] = useSetting("printer", true);
  const [hasSound, setSound] = useSetting("sound", true);
  const outbox = useOutbox(post);
  const { refreshRecent, ...lane } = useLane(post, status.rulebooks.map(({ hash }) => hash).join());
  const working = useWorking(post, state);
  const override = useOverride(post, (answer) => dispatch({ kind: "overridden", answer }));
  const node = viewNode(heard, nowMs, outbox.items, { pack: away.pack, waitingCount });
  const sold = useSales(post, state, node.cutAge === undefined, dispatch);
  const passage = usePassage(post, {
    dispatch,
    ...outbox,
    now: () => nodeNow(heard, performance.now()),
    reach,
    passAway: (request, shown) => away.passAway(request, nodeNow(heard, performance.now()), node.listsStale, shown),
    onSessionOver,
  });
  const leaveWith = (event: GateEvent): void => {
    passage.leave();
    override.reset();
    dispatch(event);
  };
  const { scanned, ...actions } = gateActions({
    state,
    guard,
    printer,
    now: () => performance.now(),
    print: () => window.print(),
    dispatch,
    leaveWith,
    askNode: passage.askNode,
    override: override.override,
  });

  useVerdictEffects(state.phase.kind === "decided" ? state.phase.answer : undefined, hasSound, () => {
    guard.hold(performance.now());
    void refreshRecent();
  });
  useHands({ state, guard, actions, scanned, leaveWith });

  const dismiss = (notice: Notice): void => {
    if (notice.kind === "rulebook-changed") setSeen(status.rulebooks);
    if (notice.kind === "caught-up") away.dismiss();
    if (notice.kind === "found" || notice.kind === "absent") void outbox.dismiss(notice);
  };
  const view = viewOf({
    state,
    post,
    status,
    node,
    ...sold,
    changed: changedRulebooks(seen, status.rulebooks),
    news: [...away.news, ...outbox.news],
    ...lane,
    printer,
    sound: hasSound,
    override: override.view,
    working,
  });
  return { view, on: { ...actions, ...paperDeeds(post), dismiss, setPrinter, setSound, signOut } };
}
