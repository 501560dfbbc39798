import type { DeviceSigner, Session, Status } from "@twinline/api";
import type { OutboxPlace } from "../link/outbox.ts";
import type { LastWord } from "../link/remembered.ts";
import type { Store } from "../link/store.ts";

/** A signed-in officer at a registered lane: what the gate needs to work. */
export type Post = {
  readonly session: Session;
  readonly store: Store;
  readonly status: Status;
  /** The page opened without its node: `status` is what was last heard, then. */
  readonly lastWord?: LastWord;
  readonly gate: string;
  readonly lane: string;
  readonly signer: DeviceSigner;
  readonly outbox: OutboxPlace;
};
