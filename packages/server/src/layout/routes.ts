import { LayoutAnswer, routes } from "@twinline/api";
import type { Access } from "../access/access.ts";
import { requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";

/** The zone as a picture, for those who may see the board: the figures on it are the board's. */
export function registerLayout(app: App, { access, layout }: { access: Access; layout: LayoutAnswer }): void {
  const { node } = access;
  app.get(routes.layout.path, { schema: { response: { 200: LayoutAnswer } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", { kind: "board", side: node.side });
    return layout;
  });
}
