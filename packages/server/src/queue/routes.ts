import type { App } from "../app.ts";
import { registerBookings } from "./bookings.ts";
import { type DriverDesk, openDriverDesk } from "./drivers/desk.ts";
import { registerDrivers } from "./drivers/routes.ts";
import { openQueueing, type Queueing } from "./queueing.ts";
import { registerQueueReads } from "./reads.ts";
import { registerTwoSides } from "./two-sides.ts";

/** One desk for drivers, whichever door they come through: their limits are counted together. */
type Parts = Pick<Queueing, "access" | "spine"> & { readonly drivers?: DriverDesk };

/** The queue of the road gate: slots that both sides accept, bookings, call-up, figures that everybody may see. */
export function registerQueue(app: App, parts: Parts): void {
  const queueing = openQueueing(parts);
  const { drivers = openDriverDesk({ node: parts.access.node, spine: parts.spine }) } = parts;
  registerDrivers(app, drivers);
  registerQueueReads(app, queueing);
  registerBookings(app, queueing);
  registerTwoSides(app, queueing);
}
