import { useQuery } from "@tanstack/react-query";
import type { ReplayRow } from "@twinline/api";
import { asked } from "../asking/asked.ts";

const RUNNING_MS = 500;

export function isOpen({ state }: Pick<ReplayRow, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** The node's replays, asked often while one of them runs: a reload or another desk sees the same progress. */
export function useReplays() {
  return useQuery({
    queryKey: ["replays"],
    queryFn: () => asked("replays"),
    refetchInterval: ({ state }) => (state.data?.rows.some(isOpen) ? RUNNING_MS : false),
  });
}

/** A report never changes once it is written. */
export function useReport(id: string | undefined) {
  return useQuery({
    queryKey: ["replay-report", id],
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => asked("replayReport", { params: { id: id ?? "" } }),
  });
}
