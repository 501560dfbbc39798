import { routes, Status } from "@twinline/api";
import { instantText, plainDay } from "@twinline/zone";
import type { App } from "../app.ts";
import type { ZoneNode } from "../node.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { readHead } from "../writer/head.ts";

/** Age from which a gate that cannot ask its node shows each traveller to a human (promises.md P19). */
export const LISTS_GRACE_SECONDS = 4 * 60 * 60;

/** What runs here, by which law, how fresh: public, because a gate asks before anyone has signed in. */
export function registerStatus(app: App, node: ZoneNode, spine: OpenSpine): void {
  app.get(routes.status.path, { schema: { response: { 200: Status } } }, async (): Promise<Status> => {
    const now = node.effects.now();
    const { number: entries } = await readHead(node.database, spine.origin);
    const own = spine.zone.sides.find(({ side }) => side === node.side)!;
    const legalDay = plainDay(spine.world().legalDay(now.epochMilliseconds)).toString();
    return {
      zone: node.zone,
      title: spine.zone.title,
      languages: [...spine.zone.languages],
      side: node.side,
      now: instantText(now.epochMilliseconds),
      legalDay,
      timeZone: own.clock,
      ladder: "full",
      entries,
      // NOTE: this node is the home of its lists, so what it says now is as fresh as they are.
      listsAsOf: instantText(now.epochMilliseconds),
      listsGraceSeconds: LISTS_GRACE_SECONDS,
      rulebooks: presentLaw(spine, legalDay),
      gates: spine.zone.gates.map(({ gate, side, label, lanes }) => ({ gate, side, label, lanes: [...lanes] })),
    };
  });
}

function presentLaw(spine: OpenSpine, law: string): Status["rulebooks"] {
  return [...spine.world().rulebooks].map(([name, { rulebook }]) => {
    return { name, title: rulebook.label, hash: rulebook.hash, law };
  });
}
