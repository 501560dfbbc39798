import type { DeviceSigner, Session, Status } from "@twinline/api";
import type { OutboxPlace } from "../link/outbox.ts";

/** A signed-in officer at a registered lane: what the gate needs to work. */
export type Post = {
  readonly session: Session;
  readonly status: Status;
  readonly gate: string;
  readonly lane: string;
  readonly signer: DeviceSigner;
  readonly outbox: OutboxPlace;
};
