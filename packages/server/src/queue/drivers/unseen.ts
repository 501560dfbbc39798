import { createHmac } from "node:crypto";
import { QUEUE_PLACE } from "@twinline/zone";
import type { Queries } from "../../database.ts";

/** Groups of 16 bits of an IPv6 address, and of its network. */
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/** Bookings of each address of which nobody has seen the vehicle; in memory only, so that a node that starts anew counts anew. */
export type Unseen = {
  /** Counts the booking against its address; false when the address holds all it may. One that is counted stays so. */
  take(address: string, booking: string): Promise<boolean>;
  giveBack(address: string, booking: string): void;
};

type Here = {
  readonly database: Queries;
  /** Key of the hash under which an address is remembered. */
  readonly secret: Uint8Array;
  /** The legal day now. */
  readonly today: () => number;
};

/**
 * @param limits perAddress (bookings made today that an address may have unseen), addressesMax (addresses remembered; the
 *   longest untouched goes first)
 */
export function openUnseen(here: Here, limits: { perAddress: number; addressesMax: number }): Unseen {
  const held = new Map<string, Set<string>>();
  let day: number | undefined;
  const heldBy = (address: string): Set<string> => {
    const today = here.today();
    if (today !== day) held.clear();
    day = today;
    const key = createHmac("sha256", here.secret)
      .update(`driver address\n${networkOf(address)}`)
      .digest("base64url");
    const own = held.get(key) ?? new Set();
    held.delete(key);
    held.set(key, own);
    if (held.size > limits.addressesMax) held.delete(held.keys().next().value!);
    return own;
  };
  return {
    take: async (address, booking) => {
      const own = heldBy(address);
      const isFull = () => !own.has(booking) && own.size >= limits.perAddress;
      if (isFull()) for (const one of await readSeen(here.database, [...own])) own.delete(one);
      // NOTE: nothing is awaited between the look and the place taken, so that a burst cannot slip through.
      if (isFull()) return false;
      own.add(booking);
      return true;
    },
    giveBack: (address, booking) => void heldBy(address).delete(booking),
  };
}

/** A line has one IPv4 address, or the 2^64 of an IPv6 network (RFC 4291 §2.5.1), and whoever has it takes which he likes. */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = [], tail] = address.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = tail === undefined ? 0 : GROUPS - head.length - tail.length;
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill("0"), ...(tail ?? [])];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/** Those whose vehicle an officer has seen, or that were cancelled. A slot that was missed unseen stays counted. */
async function readSeen(db: Queries, bookings: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.query<{ key: string }>(
    `select key from ${QUEUE_PLACE} where key = any($1) and (state = 'cancelled' or arrived_at_ms is not null)`,
    [bookings],
  );
  return rows.map(({ key }) => key);
}
