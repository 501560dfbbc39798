import { routes, StayList } from "@twinline/api";
import { instantText } from "@twinline/zone";
import { Type } from "typebox";
import type { Access } from "../access/access.ts";
import { requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";
import type { People } from "../passages/people.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { presentStay } from "./present.ts";
import { countStays, listStays, STAYS_PAGE_MAX, type StayListName, stayLists } from "./queries.ts";

const Query = Type.Object({
  list: Type.Optional(Type.Union(stayLists.map((name) => Type.Literal(name)))),
  after: Type.Optional(Type.String({ maxLength: 120, pattern: "^-?\\d{1,9}\\.[A-Za-z0-9_-]*$" })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: STAYS_PAGE_MAX })),
});

/** Who is inside now, who should have left, whose passage lacks its pair; in an emergency the list to call by. */
export function registerStays(
  app: App,
  { access, spine, people }: { access: Access; spine: OpenSpine; people: People },
): void {
  const { node } = access;
  type Route = { Querystring: { list?: StayListName; after?: string; limit?: number } };
  app.get<Route>(
    routes.stays.path,
    { schema: { querystring: Query, response: { 200: StayList } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "list", { kind: "stay", side: node.side });
      const { list = "inside", after, limit = STAYS_PAGE_MAX } = request.query;
      const now = node.effects.now();
      const day = spine.world().legalDay(now.epochMilliseconds);
      const found = await listStays(node.database, list, day, after, limit);
      const known = await people.reveal(found.map(({ person }) => person));
      const counts = await countStays(node.database, day);
      const next = found.length === limit ? found.at(-1)?.cursor : undefined;
      return {
        asOf: instantText(now.epochMilliseconds),
        rows: found.map((stay) => presentStay(stay, day, known.get(stay.person))),
        ...(next === undefined ? {} : { next }),
        counts: { ...counts, bySide: { [node.side]: counts.inside } },
      };
    },
  );
}
