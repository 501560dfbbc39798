import { useCallback } from "react";
import { rememberStatus } from "../link/remembered.ts";
import type { Post } from "./post.ts";
import { useAway } from "./use-away.ts";
import { useNode } from "./use-node.ts";

/** The line to the node, its last word, and what this gate holds for when there is none. */
export function useLine(post: Post) {
  const { store, lastWord } = post;
  const keepStatus = useCallback(
    (word: Post["status"]) =>
      void rememberStatus(store, { status: word, atMs: Temporal.Now.instant().epochMilliseconds }),
    [store],
  );
  const { heard, nowMs, reach } = useNode(post.status, lastWord, keepStatus);
  const away = useAway(post, heard.isLost !== true);
  const waitingCount = away.journal.filter(({ state: one }) => one === "waiting").length;
  return { heard, nowMs, reach, away, waitingCount };
}
