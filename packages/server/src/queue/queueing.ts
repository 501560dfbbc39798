import type { GuardedSubject } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { originOf } from "../node.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { REVEAL_MAX } from "../vault/store.ts";
import { openVehicles } from "../vault/vehicles.ts";
import { openVins } from "./vins.ts";

type Reveal = (tokens: readonly string[]) => Promise<Map<string, Readonly<Record<string, string>>>>;

/** What the routes of the queue work with. */
export type Queueing = {
  readonly access: Access;
  readonly spine: OpenSpine;
  readonly subject: GuardedSubject;
  readonly vehicles: { tokenFor: ReturnType<typeof openVehicles>["tokenFor"]; reveal: Reveal };
  readonly vins: { tokenFor(vin: string): Promise<string>; reveal: Reveal };
  /** Origin of the other side's journal. */
  readonly peerOrigin: string;
};

/** The queue of a node's road gate. */
export function openQueueing({ access, spine }: Pick<Queueing, "access" | "spine">): Queueing {
  const { node } = access;
  const vehicles = openVehicles(node);
  const vins = openVins(node);
  const other = spine.zone.sides.find(({ side }) => side !== node.side)?.side ?? "";
  return {
    access,
    spine,
    subject: { kind: "queue", side: node.side },
    vehicles: { tokenFor: vehicles.tokenFor, reveal: piecemeal(vehicles.reveal) },
    vins: { tokenFor: vins.tokenFor, reveal: piecemeal(vins.reveal) },
    peerOrigin: originOf({ zone: node.zone, side: other as typeof node.side }),
  };
}

/** The vault reveals so many at a time; a day of trucks is more. */
function piecemeal(reveal: Reveal): Reveal {
  return async (tokens) => {
    const found = new Map<string, Readonly<Record<string, string>>>();
    for (let at = 0; at < tokens.length; at += REVEAL_MAX)
      for (const [token, record] of await reveal(tokens.slice(at, at + REVEAL_MAX))) found.set(token, record);
    return found;
  };
}
