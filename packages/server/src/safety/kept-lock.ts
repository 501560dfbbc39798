import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../http/request-log.ts";
import type { WriterLock } from "./writer-lock.ts";

/** A database that was killed is back within a second; after this long a person must look. */
export const RECOVERY_MS = 60_000;
const RETRY_MS = 250;

/** The writer's lock, taken again whenever its connection is lost. While it is not held the node must decide nothing. */
export type KeptLock = {
  isHeld(): boolean;
  /** Settles when the lock could not be taken again: this node is over. */
  readonly over: Promise<void>;
  release(): Promise<void>;
};

/**
 * @param take takes the lock @param revive brings the database back, as far as that is this node's to do
 * @param regained what must be read anew, because another node may have written meanwhile
 */
export async function keepLock(
  take: () => Promise<WriterLock>,
  more: { revive(): Promise<void>; regained(): Promise<void>; log: Log; recoveryMs?: number },
): Promise<KeptLock> {
  let lock: WriterLock | undefined = await take();
  let released = false;
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const watch = (held: WriterLock): void => void held.lost.then(regain);
  const regain = async () => {
    lock = undefined;
    if (released) return;
    more.log("The database is lost; nothing is decided until it is back", "warning");
    const again = await retake(take, more, () => released);
    if (again === undefined) return end();
    if (released) return void (await again.release());
    lock = again;
    more.log("The database is back", "warning");
    watch(again);
  };
  watch(lock);
  return {
    isHeld: () => lock !== undefined,
    over,
    release: async () => {
      released = true;
      await lock?.release();
    },
  };
}

/** Again and again until the database answers, unless another node has taken our place meanwhile. */
async function retake(
  take: () => Promise<WriterLock>,
  { revive, regained, recoveryMs = RECOVERY_MS }: Parameters<typeof keepLock>[1],
  isReleased: () => boolean,
): Promise<WriterLock | undefined> {
  for (
    const until = performance.now() + recoveryMs;
    performance.now() < until && !isReleased();
    await sleep(RETRY_MS)
  ) {
    let lock: WriterLock | undefined;
    try {
      await revive();
      lock = await take();
      await regained();
      return lock;
    } catch (cause) {
      await lock?.release().catch(() => {});
      if ((cause as { id?: string }).id === "start/already-running") return undefined;
    }
  }
  return undefined;
}
