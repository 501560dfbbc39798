import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { asked } from "../asking/asked.ts";

const REFRESH_MS = 10_000;

/** Queries of the queue begin with this: a deed has all of them fetched anew. */
export const ROAD = "road";

/** The queue of a legal day; today's when none is named. */
export function useRoadDay(day: string | undefined) {
  return useQuery({
    queryKey: [ROAD, "day", day ?? ""],
    queryFn: ({ signal }) => asked("queue", { signal, ...(day === undefined ? {} : { query: { day } }) }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** The figures of the day that anybody may see. */
export function useFairness(day: string | undefined) {
  return useQuery({
    queryKey: [ROAD, "fairness", day ?? ""],
    queryFn: ({ signal }) => asked("queueFairness", { signal, ...(day === undefined ? {} : { query: { day } }) }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
