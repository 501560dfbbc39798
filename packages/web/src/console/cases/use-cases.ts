import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { asked } from "../asking/asked.ts";

const REFRESH_MS = 15_000;

export function useCases() {
  return useQuery({
    queryKey: ["cases"],
    queryFn: ({ signal }) => asked("cases", { signal }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** One case; it lies under the lists' key, so that a step taken refreshes both. */
export function useCase(id: string) {
  return useQuery({ queryKey: ["cases", id], queryFn: ({ signal }) => asked("case", { params: { id }, signal }) });
}

/** What the journal proves of a matter, by the name that its case would have; under the lists' key as well. */
export function useMatter(id: string) {
  return useQuery({
    queryKey: ["cases", "matter", id],
    queryFn: ({ signal }) => asked("matter", { params: { id }, signal }),
  });
}
