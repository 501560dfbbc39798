import type { Access } from "../access/access.ts";
import type { App } from "../app.ts";
import { registerCases } from "../cases/routes.ts";
import { loadLayout } from "../layout/load-layout.ts";
import { registerLayout } from "../layout/routes.ts";
import type { People } from "../passages/people.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { openRunners, registerSupervision, type SupervisionParts } from "./routes.ts";
import { loadSettings } from "./settings.ts";

/** Supervision of a side with its cases and the plan of its zone, ready to be hung on the app. Throws StartError when its files do not say what they must. */
export function openSupervision(known: { access: Access; spine: OpenSpine; people: People }): (app: App) => void {
  const { zone, side } = known.access.node;
  const settings = loadSettings(zone, side);
  const parts: SupervisionParts = { ...known, settings, runners: openRunners({ ...known, settings }) };
  const layout = loadLayout(known.spine.zone);
  return (app) => {
    registerLayout(app, { access: known.access, layout });
    registerSupervision(app, parts);
    registerCases(app, parts);
  };
}
