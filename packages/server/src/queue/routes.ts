import type { App } from "../app.ts";
import { registerBookings } from "./bookings.ts";
import { openQueueing, type Queueing } from "./queueing.ts";
import { registerQueueReads } from "./reads.ts";
import { registerTwoSides } from "./two-sides.ts";

/** The queue of the road gate: slots that both sides accept, bookings, call-up, figures that everybody may see. */
export function registerQueue(app: App, parts: Pick<Queueing, "access" | "spine">): void {
  const queueing = openQueueing(parts);
  registerQueueReads(app, queueing);
  registerBookings(app, queueing);
  registerTwoSides(app, queueing);
}
