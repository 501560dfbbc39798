import type { GoodsLine, GoodsOutcome, Right, SaleRow, Status, VisitorPass } from "@twinline/api";
import { useCallback, useEffect, useState } from "react";
import { createActionGuard } from "../gate/action-guard.ts";
import { nodeNow, viewNode } from "../gate/node-view.ts";
import { useNode } from "../gate/use-node.ts";
import { ask } from "../link/ask.ts";
import { sha256Hex } from "../link/base64url.ts";
import { rememberStatus } from "../link/remembered.ts";
import { heldAmounts } from "./held-amounts.ts";
import { findRight } from "./held-rights.ts";
import { tillDeeds } from "./till-deeds.ts";
import { useTillJournal } from "./use-till-journal.ts";
import type { TillPost } from "./use-till-post.ts";
import type { Slip, Stop, TillActions, TillDialog, TillView } from "./view.ts";

export type Shown = { readonly code: string; readonly hash: string; readonly pass?: VisitorPass };

/** The live till: what its screen shows and what the hand at it can do. */
export function useTill(post: TillPost) {
  const { store, signer, status: first, lastWord, identity } = post;
  const keepStatus = useCallback(
    (word: Status) => void rememberStatus(store, { status: word, atMs: Temporal.Now.instant().epochMilliseconds }),
    [store],
  );
  const { heard, nowMs, reach } = useNode(first, lastWord, keepStatus);
  const isOnline = heard.isLost !== true;
  const own = useTillJournal(post, isOnline);
  const [guard] = useState(createActionGuard);
  const [shown, setShown] = useState<Shown | undefined>();
  const [unread, setUnread] = useState(false);
  const [goods, setGoods] = useState<readonly GoodsLine[]>([]);
  const [outcomes, setOutcomes] = useState<readonly GoodsOutcome[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [stop, setStop] = useState<Stop | undefined>();
  const [slip, setSlip] = useState<Slip | undefined>();
  const [dialog, setDialog] = useState<TillDialog | undefined>();
  const [sales, setSales] = useState<readonly SaleRow[]>([]);
  const { status } = heard;
  const waitingCount = own.journal.filter(({ state }) => state === "waiting").length;
  const node = viewNode(heard, nowMs, [], { pack: own.pack, waitingCount });
  const day = node.legalDay ?? status.legalDay;
  const right: Right | undefined = shown && findRight(own.rights, shown.hash, day);
  useOffer({ pack: own.pack, right, goods, setOutcomes });

  const next = (): void => {
    setShown(undefined);
    setUnread(false);
    setGoods([]);
    setStop(undefined);
    setSlip(undefined);
    setSales([]);
    setDialog(undefined);
  };
  const scanPass = async (code: string | undefined): Promise<void> => {
    next();
    if (code === undefined) return setUnread(true);
    const hash = await sha256Hex(code);
    setShown({ code, hash });
    if (!(await reach())) return;
    const reply = await ask("visitorPass", { params: { code } });
    if (reply.kind === "ok") setShown({ code, hash, pass: reply.value });
    else if (reply.kind === "problem") setStop({ problem: reply.problem });
    const sold = await ask("sales", { query: { pass: code }, signer });
    if (sold.kind === "ok") setSales(sold.value.rows.filter(({ id }) => id.startsWith(`${signer.keyId}.`)));
  };
  const deeds = tillDeeds({
    own,
    signer,
    reach,
    now: () => nodeNow(heard, performance.now()),
    day,
    shown,
    right,
    goods,
    policy: own.pack?.policy,
    setBusy,
    setStop,
    setSlip,
    setGoods,
    setDialog,
    renew: async () => {
      if (shown && (await reach())) {
        const reply = await ask("visitorPass", { params: { code: shown.code } });
        if (reply.kind === "ok") setShown({ ...shown, pass: reply.value });
      }
    },
  });
  const guarded = (deed: () => void): void => {
    if (guard.allows(performance.now()) && !isBusy) deed();
  };
  const on: TillActions = {
    ...deeds,
    sell: () => guarded(deeds.sell),
    next: () => guarded(next),
    setGoods: (lines) => {
      setGoods(lines);
      setStop(undefined);
    },
    open: setDialog,
  };
  const view: TillView = {
    node,
    isOnline,
    placeLabel: status.gates.find(({ gate }) => gate === identity.gate)?.label ?? status.title,
    place: identity.lane,
    timeZone: status.timeZone ?? "UTC",
    ...(own.pack && { policy: own.pack.policy }),
    isSuspended: own.pack?.device.suspended ?? false,
    classes: own.pack?.goods ?? [],
    unread,
    ...(shown && { visitor: visitorOf(shown, heldAmounts(right, own.pack)) }),
    goods,
    outcomes,
    isBusy,
    ...(stop && { stop }),
    ...(slip && { slip }),
    ...(dialog && { dialog }),
    journal: own.journal,
    sales,
  };
  return { view, on, guard, scanPass };
}

function visitorOf({ code, pass }: Shown, held: ReturnType<typeof heldAmounts>) {
  if (!pass) return { code, meters: [], held };
  const { daysUsed, daysMax, lastDay, meters } = pass;
  return { code, stay: { daysUsed, daysMax, lastDay }, meters, held };
}

type Offered = {
  readonly pack: ReturnType<typeof useTillJournal>["pack"];
  readonly right: Right | undefined;
  readonly goods: readonly GoodsLine[];
  setOutcomes(outcomes: readonly GoodsOutcome[]): void;
};

/** What the basket pays, as long as a right here covers it; without one only the node can say. */
function useOffer({ pack, right, goods, setOutcomes }: Offered): void {
  const held = right && JSON.stringify(right.held);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a right is the same as long as it holds the same
  useEffect(() => {
    let isOver = false;
    const offer = async (): Promise<void> => {
      if (!pack || !right || goods.length === 0) return setOutcomes([]);
      const { sellHere } = await import("./sell-here.ts");
      const offered = sellHere(pack, right, goods);
      if (!isOver) setOutcomes(offered.kind === "sold" ? offered.outcomes : []);
    };
    void offer();
    return () => {
      isOver = true;
    };
  }, [pack, right?.reservation, held, goods]);
}
