import type { PassageRequest } from "@twinline/api";
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../link/ask.ts";
import { randomCode } from "../link/base64url.ts";
import { type JournalItem, type JournalPen, journalIn, sendWaiting } from "../link/device-journal.ts";
import { findPack, refreshPack, type WholePack } from "../link/pack.ts";
import type { AwayOutcome } from "./away/pass-away.ts";
import type { Post } from "./post.ts";
import type { Notice } from "./view.ts";

/** How often a gate with a line asks for a newer pack; the list of watched documents comes with it. */
export const PACK_EVERY_MS = 60_000;
/** Of what the node has, the newest stays: it holds the place of the last number. The rest holds documents, so it goes. */
const RECORDED_KEPT = 1;

type AwayGate = {
  readonly pack: WholePack | undefined;
  readonly journal: readonly JournalItem[];
  passAway(request: PassageRequest, now: Temporal.Instant, listsStale: boolean, shown?: string): Promise<AwayOutcome>;
  readonly news: readonly CaughtUp[];
  dismiss(): void;
};

export type CaughtUp = Extract<Notice, { readonly kind: "caught-up" }>;

const boot = randomCode();
const alone = <T>(deed: () => Promise<T>): Promise<T> =>
  navigator.locks.request("twinline.journal", deed) as Promise<T>;

/** What the gate holds to work without its node, kept fresh while there is a line; what it did alone is sent as soon as there is one. */
export function useAway({ store, signer }: Post, isReached: boolean): AwayGate {
  const [pack, setPack] = useState<WholePack | undefined>();
  const [journal, setJournal] = useState<readonly JournalItem[]>([]);
  const opened = useRef<{ readonly version: string; readonly work: ReturnType<typeof openAway> } | undefined>(
    undefined,
  );
  const [news, setNews] = useState<readonly CaughtUp[]>([]);
  const refresh = useCallback(async () => setJournal(await journalIn(store).list()), [store]);

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const kept = await findPack(store);
      setPack((newer) => newer ?? kept);
    };
    void begin();
    void refresh();
    void import("./away/index.ts");
  }, [store, refresh]);

  useEffect(() => {
    if (!isReached) return;
    const catchUp = async (): Promise<void> => {
      const place = journalIn(store);
      const waited = (await place.list()).filter(({ state }) => state === "waiting");
      await sendWaiting(place, (items) => ask("latePassages", { body: { events: items.map(signed) }, signer }));
      const told = newsOf(waited, await place.list());
      if (told) setNews([told]);
      const newer = await refreshPack(store, signer);
      if (newer) setPack(newer);
      await forgetRecorded(place);
      await refresh();
    };
    void catchUp();
    const timer = setInterval(() => void catchUp(), PACK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isReached, store, signer, refresh]);

  const open = useCallback((held: WholePack) => {
    if (opened.current?.version === held.version) return opened.current.work;
    const work = openAway(held);
    opened.current = { version: held.version, work };
    // NOTE: a part that could not be fetched is fetched again for the next traveller.
    work.catch(() => {
      if (opened.current?.work === work) opened.current = undefined;
    });
    return work;
  }, []);
  // NOTE: compiled as soon as it is there, not when the first traveller waits for it.
  useEffect(() => {
    if (pack) open(pack).catch(() => {});
  }, [pack, open]);

  const passAway: AwayGate["passAway"] = async (request, now, listsStale, shown) => {
    // NOTE: what another opening of this page has kept meanwhile serves as well.
    const held = pack ?? (await findPack(store));
    if (!held)
      return { kind: "problem", problem: { type: "away/no-pack", status: 0, title: "This device has no pack" } };
    const { decide, ready } = await open(held);
    const pen: JournalPen = { place: journalIn(store), signer, boot, atLeast: held.device.last, alone };
    const outcome = await decide({ opened: ready, pen, listsStale, now }, request, shown);
    await refresh();
    return outcome;
  };

  return { pack, journal, passAway, news, dismiss: () => setNews([]) };
}

async function openAway(pack: WholePack) {
  const { openPack, passAway } = await import("./away/index.ts");
  return { ready: openPack(pack), decide: passAway };
}

function newsOf(waited: readonly JournalItem[], now: readonly JournalItem[]): CaughtUp | undefined {
  const sent = now.filter(
    ({ event, state }) => state === "recorded" && waited.some((one) => one.event.sequence === event.sequence),
  );
  const findings = sent.filter(({ answer }) => (answer?.findings.length ?? 0) > 0).length;
  return sent.length === 0 ? undefined : { kind: "caught-up", count: sent.length, findings };
}

function signed({ event, signature }: JournalItem) {
  return { event, signature };
}

async function forgetRecorded(place: ReturnType<typeof journalIn>): Promise<void> {
  const recorded = (await place.list()).filter(({ state }) => state === "recorded");
  for (const { event } of recorded.slice(0, -RECORDED_KEPT)) await place.delete(event.sequence);
}
