import { Recorded, routes, WatchAdd, WatchList, WatchParams } from "@twinline/api";
import { type AddWatch, dayNumber, dayText, type WithdrawWatch } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import { presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import { openWatched } from "../vault/watched.ts";
import { listWatched, watchlistChangedAt } from "./watchlist.ts";

/** The watch list of this side: documents that a gate refers or refuses. */
export function registerWatchlist(app: App, access: Access): void {
  const { node } = access;
  const list = { kind: "watch_entry", side: node.side };
  const watched = openWatched(node);

  app.get(routes.watchlist.path, { schema: { response: { 200: WatchList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", list);
    const may = mayOf(access, caller, list);
    const { rows, total } = await listWatched(node.database);
    const documents = await watched.reveal(rows.map((row) => row.watched));
    const asOf = (await watchlistChangedAt(node.database)) ?? node.effects.now();
    return {
      asOf: asOf.toString({ smallestUnit: "millisecond" }),
      rows: rows.map(({ watched: id, verdict, code, fromDay, untilDay, active }) => {
        const { issuer = "", number = "" } = documents.get(id) ?? {};
        return { id, issuer, number, verdict, code, from: dayText(fromDay), until: dayText(untilDay), active, may };
      }),
      total,
      may,
    };
  });

  app.post<{ Body: WatchAdd }>(
    routes.watchlistAdd.path,
    { schema: { body: WatchAdd, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "add", list);
      const { issuer, number, verdict, code, from, until } = request.body;
      const [fromDay, untilDay] = [dayOf(from, "/from"), dayOf(until, "/until")];
      const by = { ...authorOf(caller), officer: caller.officer.officer };
      const token = await watched.tokenFor({ issuer, number });
      const command: AddWatch = { kind: "watch_add", by, watched: token, verdict, code, fromDay, untilDay };
      return presentRecorded(node, await record(access, request, command));
    },
  );

  app.post<{ Params: { id: string } }>(
    routes.watchlistWithdraw.path,
    { schema: { params: WatchParams, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "withdraw", list);
      const command: WithdrawWatch = { kind: "watch_withdraw", by: authorOf(caller), watched: request.params.id };
      return presentRecorded(node, await record(access, request, command));
    },
  );
}

/** A day that exists; the pattern of the schema lets 30 February through. Throws RequestError 400. */
function dayOf(text: string, field: string): number {
  try {
    return dayNumber(text);
  } catch {
    throw new RequestError("request/invalid", 400, `Cannot take the day: "${field}" is no day of the calendar`, {
      field,
    });
  }
}
