import { type GoodsLine, routes, SaleList, SaleQuery, type SaleRow } from "@twinline/api";
import { type DecisionRecord, dayText, instantText, isReturned, rightOf, tellLines } from "@twinline/zone";
import type { Static } from "typebox";
import type { Access } from "../access/access.ts";
import { requireAbility, requirePost } from "../access/guard.ts";
import type { App } from "../app.ts";
import { unknownPass } from "../rights/commands.ts";
import { findHolds } from "../rights/holds.ts";
import { findGiven, findHolder } from "../rights/queries.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { type StoredSale, visitSales } from "./queries.ts";

/** What was sold to the holder of a pass in this visit: all of it at a gate, at a till what that till sold. */
export function registerSales(app: App, { access, spine }: { access: Access; spine: OpenSpine }): void {
  const { node } = access;
  const schema = { querystring: SaleQuery, response: { 200: SaleList } };
  app.get<{ Querystring: Static<typeof SaleQuery> }>(routes.sales.path, { schema }, async (request) => {
    const caller = await requirePost(access, request);
    requireAbility(access, caller, "read", { kind: "sale", side: node.side, gate: caller.device.gate });
    const holder = await findHolder(node.database, request.query.pass);
    if (holder === undefined) throw unknownPass();
    const { deviceKind, device } = caller.device;
    const sales = await visitSales(node.database, holder.person, holder.visit);
    const shown = sales.filter((sale) => deviceKind === "gate" || sale.device === device);
    // A shop is not told what her other shops do.
    const holds = deviceKind === "gate" ? [...(await findHolds(node.database, spine.zone, holder.person))] : [];
    return {
      visit: holder.visit,
      holds,
      rows: await Promise.all(shown.map((sale) => presentSale(spine, access, sale))),
    };
  });
}

async function presentSale(spine: OpenSpine, { node }: Access, sale: StoredSale): Promise<SaleRow> {
  const { rulebook } = await spine.shelf.fetch(sale.hash);
  const given = (await findGiven(node.database, [sale.reservation])).get(sale.reservation);
  const day = given === undefined ? 0 : rightOf(given, sale.reservation, {}).day;
  const lines = sale.lines.filter(({ goods }) => goods.quantity > 0);
  const records = lines.map(({ outputs }) => ({ outputs }) as unknown as DecisionRecord);
  return {
    id: sale.id,
    entry: sale.entry,
    at: instantText(sale.at.epochMilliseconds),
    day: dayText(day),
    till: typeof given?.gate === "string" ? given.gate : "",
    state: sale.isOut ? "carried_out" : isReturned(sale) ? "returned" : "open",
    goods: lines.map(({ goods: { facts: _, ...line } }) => line as GoodsLine),
    outcomes: tellLines(rulebook, records),
  };
}
