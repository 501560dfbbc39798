import type { Author, Concept } from "../spine/concept.ts";
import { done, findPeer, peerRowKey, queueChanges, refused } from "./rows.ts";

/** The other side's journal key, compared in person by two officers; statements signed by it are taken over. */
export type TrustPeer = {
  readonly kind: "queue_peer";
  readonly by: Author;
  readonly origin: string;
  /** Verifier key of the origin as a C2SP note key. */
  readonly publicKey: string;
};

export const trustPeer: Concept<TrustPeer> = {
  kind: "queue_peer",
  keys: ({ origin }) => [peerRowKey(origin)],
  decide: ({ origin, publicKey }, state, world) => {
    const before = findPeer(state, origin);
    if (origin === world.origin) return refused("peer_own", { origin });
    if (before?.publicKey === publicKey) return refused("same_key", { origin });
    return done(
      "trusted",
      { origin, key: publicKey },
      { peer: { origin, publicKey, statement: before?.statement ?? 0 } },
    );
  },
  apply: queueChanges,
};
