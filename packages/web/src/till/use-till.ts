import type { DeviceSigner, GoodsLine, GoodsOutcome, Right, SaleRow, Status, VisitorPass } from "@twinline/api";
import { useCallback, useEffect, useRef, useState } from "react";
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
  const { signer } = post;
  const { heard, node, reach, own, day } = useTillLine(post);
  const isOnline = heard.isLost !== true;
  const [guard] = useState(createActionGuard);
  const desk = useDesk();
  const { shown, goods, show, setGoods, setOutcomes, setStop, setUnread, setSales, next } = desk;
  const right: Right | undefined = shown && findRight(own.rights, shown.hash, day);
  useOffer({ pack: own.pack, right, goods, setOutcomes });

  const scanPass = async (code: string | undefined): Promise<void> => {
    next();
    if (code === undefined) return setUnread(true);
    const hash = await sha256Hex(code);
    show({ code, hash });
    if (!(await reach())) return;
    const { pass, problem, sales: sold } = await askVisitor(code, signer);
    // NOTE: an answer that comes when the next visitor stands here is not about her.
    if (!desk.isShown(hash)) return;
    if (pass) show({ code, hash, pass });
    if (problem) setStop({ problem });
    setSales(sold);
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
    setBusy: desk.setBusy,
    setStop,
    setSlip: desk.setSlip,
    setGoods,
    setDialog: desk.setDialog,
    renew: async () => {
      if (shown && (await reach())) {
        const reply = await ask("visitorPass", { params: { code: shown.code } });
        if (reply.kind === "ok" && desk.isShown(shown.hash)) show({ ...shown, pass: reply.value });
      }
    },
  });
  const guarded = (deed: () => void): void => {
    if (guard.allows(performance.now()) && !desk.isBusy) deed();
  };
  const on: TillActions = {
    ...deeds,
    sell: () => guarded(deeds.sell),
    // NOTE: what was sold is in the till's own journal; the next visitor does not wait until it is sent.
    next: () => (desk.slip && guard.allows(performance.now()) ? next() : guarded(next)),
    setGoods: (lines) => {
      setGoods(lines);
      setStop(undefined);
    },
    open: desk.setDialog,
  };
  const view: TillView = {
    ...placeOf(post, heard.status, own.pack),
    ...deskView(desk),
    node,
    isOnline,
    ...(shown && { visitor: visitorOf(shown, heldAmounts(right, own.pack)) }),
    journal: own.journal,
  };
  return { view, on, guard, scanPass };
}

/** What lies on the counter: the pass that was shown, the basket, and what came of it. */
function useDesk() {
  const [shown, setShown] = useState<Shown | undefined>();
  const [unread, setUnread] = useState(false);
  const [goods, setGoods] = useState<readonly GoodsLine[]>([]);
  const [outcomes, setOutcomes] = useState<readonly GoodsOutcome[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [stop, setStop] = useState<Stop | undefined>();
  const [slip, setSlip] = useState<Slip | undefined>();
  const [dialog, setDialog] = useState<TillDialog | undefined>();
  const [sales, setSales] = useState<readonly SaleRow[]>([]);
  const standing = useRef<string | undefined>(undefined);
  const show = (one: Shown | undefined): void => {
    standing.current = one?.hash;
    setShown(one);
  };
  const next = (): void => {
    show(undefined);
    setUnread(false);
    setGoods([]);
    setStop(undefined);
    setSlip(undefined);
    setSales([]);
    setDialog(undefined);
  };
  return {
    ...{ shown, unread, goods, outcomes, isBusy, stop, slip, dialog, sales, next },
    /** Whether this is still the pass that lies here. */
    isShown: (hash: string): boolean => standing.current === hash,
    ...{ show, setUnread, setGoods, setOutcomes, setBusy, setStop, setSlip, setDialog, setSales },
  };
}

function deskView({ unread, goods, outcomes, isBusy, stop, slip, dialog, sales }: ReturnType<typeof useDesk>) {
  return {
    unread,
    goods,
    outcomes,
    isBusy,
    ...(stop && { stop }),
    ...(slip && { slip }),
    ...(dialog && { dialog }),
    sales,
  };
}

type Own = ReturnType<typeof useTillJournal>;

/** Where this till stands and what it may do, as its pack says. */
function placeOf({ identity }: TillPost, status: Status, pack: Own["pack"]) {
  return {
    placeLabel: status.gates.find(({ gate }) => gate === identity.gate)?.label ?? status.title,
    place: identity.lane,
    timeZone: status.timeZone ?? "UTC",
    ...(pack && { policy: pack.policy }),
    isSuspended: pack?.device.suspended ?? false,
    classes: pack?.goods ?? [],
  };
}

/** The line to the node, its last word, the legal day, and what this till holds for when there is no line. */
function useTillLine(post: TillPost) {
  const { store, status: first, lastWord } = post;
  const keepStatus = useCallback(
    (word: Status) => void rememberStatus(store, { status: word, atMs: Temporal.Now.instant().epochMilliseconds }),
    [store],
  );
  const { heard, nowMs, reach } = useNode(first, lastWord, keepStatus);
  const own = useTillJournal(post, heard.isLost !== true);
  const waitingCount = own.journal.filter(({ state }) => state === "waiting").length;
  const node = viewNode(heard, nowMs, [], { pack: own.pack, waitingCount });
  return { heard, node, reach, own, day: node.legalDay ?? heard.status.legalDay };
}

/** What the node says of a pass, and which of this till's sales its holder may bring back. */
async function askVisitor(code: string, signer: DeviceSigner) {
  const reply = await ask("visitorPass", { params: { code } });
  const sold = await ask("sales", { query: { pass: code }, signer });
  const rows = sold.kind === "ok" ? sold.value.rows : [];
  return {
    ...(reply.kind === "ok" && { pass: reply.value }),
    ...(reply.kind === "problem" && { problem: reply.problem }),
    sales: rows.filter(({ id }) => id.startsWith(`${signer.keyId}.`)),
  };
}

function visitorOf({ code, pass }: Shown, held: ReturnType<typeof heldAmounts>) {
  if (!pass) return { code, meters: [], held };
  const { daysUsed, daysMax, lastDay, meters } = pass;
  return { code, stay: { daysUsed, daysMax, lastDay }, meters, held };
}

type Offered = {
  readonly pack: Own["pack"];
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
