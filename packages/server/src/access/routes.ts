import type { App } from "../app.ts";
import { registerDevices } from "../devices/routes.ts";
import { registerPasskeys } from "../officers/passkey-routes.ts";
import { registerOfficers } from "../officers/routes.ts";
import { registerSecond } from "../officers/second-routes.ts";
import { registerSessions } from "../officers/session-routes.ts";
import { registerErasure } from "../vault/routes.ts";
import { registerWatchlist } from "../watchlist/routes.ts";
import type { Access } from "./access.ts";

/** Every route that says who may come in, with which key, and whom the node knows. */
export function registerAccess(app: App, access: Access): void {
  registerSessions(app, access);
  registerPasskeys(app, access);
  registerSecond(app, access);
  registerOfficers(app, access);
  registerDevices(app, access);
  registerWatchlist(app, access);
  registerErasure(app, access);
}
