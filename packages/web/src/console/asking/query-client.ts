import { QueryCache, QueryClient } from "@tanstack/react-query";
import { problemOf } from "./asked.ts";

/** The session ended elsewhere: begin again at the sign-in, with the same address. */
function leaveIfSignedOut(error: unknown): void {
  if (problemOf(error)?.type === "access/not-signed-in") location.reload();
}

/**
 * The console's memory of what the node said. NOTE: networkMode "always", because a browser without the internet calls itself
 * offline though its node is in the next room.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfSignedOut }),
  defaultOptions: {
    queries: { networkMode: "always", retry: false, refetchOnWindowFocus: true, staleTime: 5_000 },
    mutations: { networkMode: "always", retry: false },
  },
});
