import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { ask } from "../link/ask.ts";
import type { OutboxItem } from "../link/outbox.ts";
import { foundBy } from "../link/send-passage.ts";
import type { Post } from "./post.ts";
import type { Notice } from "./view.ts";

const ENQUIRE_EVERY_MS = 10_000;

export type OutboxNews = Extract<Notice, { readonly kind: "found" | "absent" }>;
type Outbox = {
  readonly items: readonly OutboxItem[];
  readonly news: readonly OutboxNews[];
  refresh(): Promise<void>;
  leaveToPaper(item: OutboxItem): Promise<void>;
  dismiss(news: OutboxNews): Promise<void>;
};

/** The open outcomes of this lane. What was left to paper is enquired after until the node says what it knows. */
export function useOutbox({ outbox, signer }: Post): Outbox {
  const [items, setItems] = useState<readonly OutboxItem[]>([]);
  const [news, setNews] = useState<readonly OutboxNews[]>([]);
  const refresh = useCallback(async () => setItems(await outbox.list()), [outbox]);

  const leaveToPaper = async (item: OutboxItem): Promise<void> => {
    await outbox.put({ ...item, state: "paper" });
    await refresh();
  };
  const dismiss = async (one: OutboxNews): Promise<void> => {
    setNews((all) => all.filter(({ key }) => key !== one.key));
    await outbox.delete(one.key);
    await refresh();
  };
  const enquire = useEffectEvent(async () => {
    const open = items.filter(({ key, state }) => state === "paper" && news.every((one) => one.key !== key));
    for (const item of open) {
      const found = foundBy(await ask("answer", { params: { key: item.key }, signer }));
      if (found.kind === "unknown") return;
      const one: OutboxNews =
        found.kind === "answered"
          ? { kind: "found", key: item.key, answer: found.answer }
          : { kind: "absent", key: item.key, madeAt: item.madeAt };
      if (found.kind === "answered") await outbox.delete(item.key);
      setNews((all) => [...all, one]);
    }
    await refresh();
  });

  useEffect(() => {
    // NOTE: what a crash left "sent" has lost its traveller; from now on it is only enquired after.
    const adopt = async (): Promise<void> => {
      for (const item of await outbox.list()) await outbox.put({ ...item, state: "paper" });
      await refresh();
    };
    void adopt();
    const timer = setInterval(() => void enquire(), ENQUIRE_EVERY_MS);
    return () => clearInterval(timer);
  }, [outbox, refresh]);

  return { items, news, refresh, leaveToPaper, dismiss };
}
