import type { DeviceSigner, Pack } from "@twinline/api";
import type { CheckedRulebook } from "@twinline/rulebook";
import { ask } from "./ask.ts";
import { findKept, keepValue, type Store } from "./store.ts";

const PACK = "pack";
const BOOK = "rulebook ";

/** A pack whose rulebooks are all there. */
export type WholePack = Omit<Pack, "rulebooks"> & {
  readonly rulebooks: readonly { readonly name: string; readonly hash: string; readonly rulebook: CheckedRulebook }[];
};

/** The pack that this device keeps; undefined when there is none or a rulebook of it is missing. */
export async function findPack(store: Store): Promise<WholePack | undefined> {
  const pack = await findKept<Pack>(store, PACK);
  if (!pack) return undefined;
  const rulebooks = [];
  for (const { name, hash } of pack.rulebooks) {
    const rulebook = await findKept<CheckedRulebook>(store, BOOK + hash);
    if (!rulebook) return undefined;
    rulebooks.push({ name, hash, rulebook });
  }
  return { ...pack, rulebooks };
}

/**
 * Asks the node for the newest pack and keeps it: first the rulebooks, then the pack that names them, so that whatever is cut
 * off in between leaves the old pack whole. The device keeps rulebooks by hash and is not sent them again.
 */
export async function refreshPack(store: Store, signer: DeviceSigner): Promise<WholePack | undefined> {
  const held = await findKept<Pack>(store, PACK);
  const have = held ? { query: { have: held.rulebooks.map(({ hash }) => hash).join() } } : {};
  const reply = await ask("pack", { ...have, signer });
  if (reply.kind !== "ok") return undefined;
  const { value } = reply;
  for (const { hash, rulebook } of value.rulebooks) if (rulebook) await keepValue(store, BOOK + hash, rulebook);
  const rulebooks = value.rulebooks.map(({ name, hash }) => ({ name, hash }));
  await keepValue(store, PACK, { ...value, rulebooks });
  return findPack(store);
}
