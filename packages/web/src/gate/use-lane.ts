import type { CodeLists, PassageRow } from "@twinline/api";
import { useCallback, useEffect, useState } from "react";
import { ask } from "../link/ask.ts";
import { findCodes, rememberCodes } from "../link/remembered.ts";
import type { Post } from "./post.ts";

const ROWS = "3";

/** What the lane shows beside the traveller: the code lists in force and the last passages. */
export function useLane({ gate, lane, signer, store }: Post, rulebooks: string) {
  const [codes, setCodes] = useState<CodeLists | undefined>();
  const [recent, setRecent] = useState<readonly PassageRow[]>([]);
  const refreshRecent = useCallback(async () => {
    const reply = await ask("passages", { query: { gate, lane, limit: ROWS }, signer });
    if (reply.kind === "ok") setRecent(reply.value.rows);
  }, [gate, lane, signer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rulebooks bring new lists
  useEffect(() => {
    const fetchCodes = async (): Promise<void> => {
      const reply = await ask("codes", { signer });
      const held = reply.kind === "ok" ? reply.value : await findCodes(store);
      if (held) setCodes(held);
      if (reply.kind === "ok") await rememberCodes(store, reply.value);
    };
    void fetchCodes();
  }, [signer, store, rulebooks]);
  useEffect(() => void refreshRecent(), [refreshRecent]);
  return { codes, recent, refreshRecent };
}
