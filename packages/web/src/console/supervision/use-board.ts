import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { asked } from "../asking/asked.ts";

const BOARD_MS = 5_000;
const CAPACITY_MS = 10_000;
const RUNNERS_MS = 60_000;

/** The board of the last minutes, looked at again every few seconds while somebody looks. */
export function useBoard(minutes: number) {
  return useQuery({
    queryKey: ["board", minutes],
    queryFn: ({ signal }) => asked("board", { query: { minutes: String(minutes) }, signal }),
    refetchInterval: BOARD_MS,
    placeholderData: keepPreviousData,
  });
}

export function useCapacity() {
  return useQuery({
    queryKey: ["capacity"],
    queryFn: ({ signal }) => asked("capacity", { signal }),
    refetchInterval: CAPACITY_MS,
    placeholderData: keepPreviousData,
  });
}

export function useRunners() {
  return useQuery({
    queryKey: ["runners"],
    queryFn: ({ signal }) => asked("runners", { signal }),
    refetchInterval: RUNNERS_MS,
    placeholderData: keepPreviousData,
  });
}
