import type { Register } from "../app.ts";
import { createDeviceBudget } from "../captures/event-limits.ts";
import { registerFindings } from "../captures/routes.ts";
import { registerPacks } from "../packs/routes.ts";
import { registerLate } from "../passages/late-routes.ts";
import { registerSales } from "../sales/routes.ts";
import { registerSeals } from "../seals/routes.ts";
import { registerTills } from "../tills/routes.ts";
import { type Rights, registerRights } from "./routes.ts";

/** Everything about rights that live at devices, and about what devices do by themselves. */
export function openRights(rooms: Omit<Rights, "budget">): Register {
  const rights: Rights = { ...rooms, budget: createDeviceBudget(rooms.access.node) };
  return (app) => {
    registerRights(app, rights);
    registerTills(app, rights);
    registerSales(app, rights);
    registerLate(app, rights);
    registerPacks(app, rights);
    registerSeals(app, rights.access);
    registerFindings(app, rights.access);
  };
}
