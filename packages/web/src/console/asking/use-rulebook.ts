import { useQueries, useQuery } from "@tanstack/react-query";
import type { CheckedRulebook } from "@twinline/rulebook";
import { asked } from "./asked.ts";

/** A rulebook of a hash never changes, so it is fetched once. */
export function rulebookQuery(hash: string) {
  return {
    queryKey: ["rulebook", hash],
    queryFn: async (): Promise<{ readonly rulebook: CheckedRulebook; readonly inForce: boolean }> => {
      const { rulebook, inForce } = await asked("rulebook", { params: { hash } });
      return { rulebook: rulebook as CheckedRulebook, inForce };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  };
}

/** One rulebook, or undefined until it is here. */
export function useRulebook(hash: string | undefined) {
  return useQuery({ ...rulebookQuery(hash ?? ""), enabled: hash !== undefined });
}

/** Those of several rulebooks that are here already. */
export function useRulebooks(hashes: readonly string[]): readonly CheckedRulebook[] {
  const found = useQueries({ queries: [...new Set(hashes)].map(rulebookQuery) });
  return found.flatMap(({ data }) => (data ? [data.rulebook] : []));
}
