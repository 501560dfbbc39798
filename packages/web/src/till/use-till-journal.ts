import type { Right, TillEvent } from "@twinline/api";
import { useCallback, useEffect, useState } from "react";
import { ask } from "../link/ask.ts";
import { randomCode } from "../link/base64url.ts";
import { type EventHead, type JournalItem, journalIn, sendWaiting, writeEvent } from "../link/device-journal.ts";
import { findPack, refreshPack, type WholePack } from "../link/pack.ts";
import type { SaleNote } from "../link/sale-note.ts";
import { findKept, keepValue } from "../link/store.ts";
import { heldRights, type ToldRight } from "./held-rights.ts";
import type { TillPost } from "./use-till-post.ts";

export const PACK_EVERY_MS = 60_000;
/** Of what the node has recorded so many of the newest stay, for goods that come back. */
const RECORDED_KEPT = 300;
const OWN_RIGHTS = "rights";

const boot = randomCode();
const alone = <T>(deed: () => Promise<T>): Promise<T> =>
  navigator.locks.request("twinline.journal", deed) as Promise<T>;

/** What this till holds and did: rights, its journal, the law. Sent and refreshed whenever there is a line. */
export function useTillJournal({ store, signer }: TillPost, isReached: boolean) {
  const [pack, setPack] = useState<WholePack | undefined>();
  const [own, setOwn] = useState<readonly ToldRight[]>([]);
  const [journal, setJournal] = useState<readonly JournalItem[]>([]);
  const refresh = useCallback(async () => setJournal(await journalIn(store).list()), [store]);

  const catchUp = useCallback(async (): Promise<void> => {
    const place = journalIn(store);
    await sendWaiting(place, (items) =>
      ask("tillEvents", { body: { events: items.map(({ event, signature }) => ({ event, signature })) }, signer }),
    );
    const newer = await refreshPack(store, signer);
    if (newer) setPack(newer);
    const recorded = (await place.list()).filter(({ state }) => state === "recorded");
    for (const { event } of recorded.slice(0, -RECORDED_KEPT)) await place.delete(event.sequence);
    await refresh();
  }, [store, signer, refresh]);

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const kept = await findPack(store);
      setPack((newer) => newer ?? kept);
      setOwn((await findKept<readonly ToldRight[]>(store, OWN_RIGHTS)) ?? []);
      await refresh();
    };
    void begin();
    void import("./sell-here.ts");
  }, [store, refresh]);
  useEffect(() => {
    if (!isReached) return;
    void catchUp();
    const timer = setInterval(() => void catchUp(), PACK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isReached, catchUp]);

  /** A right that came with an answer is kept before it is spent. */
  const takeRight = async (right: Right, asOf: string): Promise<void> => {
    const rest = own.filter((one) => one.right.reservation !== right.reservation);
    const all = [...rest, { right, asOf }].slice(-RECORDED_KEPT);
    await keepValue(store, OWN_RIGHTS, all);
    setOwn(all);
  };
  const write = async <E extends TillEvent>(make: (head: EventHead) => { event: E; sale?: SaleNote }) => {
    const pen = { place: journalIn(store), signer, boot, atLeast: pack?.device.last ?? 0, alone };
    const item = await writeEvent(pen, make);
    await refresh();
    return item;
  };
  return { pack, journal, rights: heldRights(pack, own, journal), takeRight, write, catchUp };
}
