import { QueryClient } from "@tanstack/react-query";

/**
 * The console's memory of what the node said. NOTE: networkMode "always", because a browser without the internet calls itself
 * offline though its node is in the next room.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", retry: false, refetchOnWindowFocus: true, staleTime: 5_000 },
    mutations: { networkMode: "always", retry: false },
  },
});
