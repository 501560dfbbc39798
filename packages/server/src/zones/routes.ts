import { CodeLists, routes } from "@twinline/api";
import type { Choice } from "@twinline/zone";
import type { App } from "../app.ts";
import type { OpenSpine } from "../spine/open-spine.ts";

/** Code list of arrivals that names the kinds of documents. */
const DOCUMENT_KIND = "document_kind";

/** What a gate offers to choose from; public, for it is law and the zone's own description. */
export function registerCodes(app: App, spine: OpenSpine): void {
  app.get(routes.codes.path, { schema: { response: { 200: CodeLists } } }, async () => {
    const { zone } = spine;
    return {
      documentKinds: documentKinds(spine),
      goodsCategories: zone.goods.map(({ code, label }) => ({ code, label })),
      overrideReasons: [...zone.overrideReasons],
      watchReasons: [...zone.watchReasons],
    };
  });
}

/** Kinds that an officer may name by hand, in the zone's order, with the words of the law. */
function documentKinds({ zone, world }: OpenSpine): Choice[] {
  const lists = [...world().rulebooks.values()].flatMap(({ rulebook }) => rulebook.codes);
  const known = lists.find(({ name }) => name === DOCUMENT_KIND)?.values ?? [];
  return zone.documents.byHand.flatMap((kind) => known.filter(({ code }) => code === kind));
}
