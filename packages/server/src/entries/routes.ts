import { Readable } from "node:stream";
import { EntryDetail, EntryList, EntryNumber, Instant, routes, SecondToken } from "@twinline/api";
import { Type } from "typebox";
import type { Access } from "../access/access.ts";
import { callerOf } from "../access/caller.ts";
import { requireAbility, requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { bundleLines } from "./bundle.ts";
import { explainEntry, presentRow } from "./present.ts";
import { proveEntry } from "./proof.ts";
import { countEntries, ENTRIES_PAGE_MAX, type EntrySearch, findStored, searchEntries } from "./queries.ts";
import { replayEntry } from "./replay.ts";

/** What the routes of entries work with. */
export type Entries = { readonly access: Access; readonly spine: OpenSpine };

/** The journal as people read it: searched, told, replayed, proven, taken away. */
export function registerEntries(app: App, entries: Entries): void {
  registerSearch(app, entries);
  registerEntry(app, entries);
  registerBundle(app, entries);
  app.get(routes.checkpoint.path, async (_, reply) => {
    const newest = (await entries.spine.checkpoints.newest()) ?? (await entries.spine.checkpoints.sign());
    if (newest === undefined) throw unknownEntry();
    return reply.type("text/plain; charset=utf-8").send(newest.note);
  });
}

const Search = Type.Object({
  from: Type.Optional(EntryNumber),
  kind: Type.Optional(Type.String({ pattern: "^[a-z_]{1,40}$" })),
  gate: Type.Optional(Type.String({ maxLength: 20 })),
  lane: Type.Optional(Type.String({ pattern: "^[A-Z0-9]{1,6}$" })),
  reason: Type.Optional(Type.String({ pattern: "^[a-z0-9_]{1,80}$" })),
  verdict: Type.Optional(Type.String({ pattern: "^[a-z]{1,20}$" })),
  since: Type.Optional(Instant),
  until: Type.Optional(Instant),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: ENTRIES_PAGE_MAX })),
  after: Type.Optional(EntryNumber),
});
type Search = { verdict?: string; since?: string; until?: string; limit?: number } & Pick<
  EntrySearch,
  "from" | "kind" | "gate" | "lane" | "reason" | "after"
>;

function registerSearch(app: App, { access }: Entries): void {
  const { database, side } = access.node;
  const schema = { querystring: Search, response: { 200: EntryList } };
  app.get<{ Querystring: Search }>(routes.entries.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", { kind: "entry", side });
    const { limit = ENTRIES_PAGE_MAX, verdict, since, until, ...rest } = request.query;
    const search = { ...rest, outcome: verdict, since: instantOf("/since", since), until: instantOf("/until", until) };
    const rows = await searchEntries(database, search, limit);
    const total = await countEntries(database, search);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { rows: rows.map(presentRow), total, ...(last === undefined ? {} : { next: String(last.number) }) };
  });
}

const NumberParams = Type.Object({ number: EntryNumber });

function registerEntry(app: App, { access, spine }: Entries): void {
  const { database, side } = access.node;
  const schema = { params: NumberParams, response: { 200: EntryDetail } };
  app.get<{ Params: { number: number } }>(routes.entry.path, { schema }, async (request) => {
    const caller = await callerOf(access, request);
    requireAbility(access, caller, "read", { kind: "entry", side });
    const { number } = request.params;
    const found = await findStored(database, number);
    if (found === undefined) throw unknownEntry();
    return {
      row: presentRow(found),
      body: found.body,
      prev: found.prev,
      replayed: await replayEntry(spine.shelf, found.body),
      explanation: await explainEntry({ shelf: spine.shelf, database }, number, found.body),
      proof: await proveEntry(database, number, found.hash, await spine.checkpoints.covering(number)),
    };
  });
}

const Range = Type.Object({
  first: EntryNumber,
  last: EntryNumber,
  second: Type.Optional(SecondToken),
});
type Range = { first: number; last: number; second?: string };

/** One entry with its proof is anybody's who may read it; more than one is a mass export, which takes two (P26). */
function registerBundle(app: App, { access, spine }: Entries): void {
  const { database, side } = access.node;
  app.get<{ Querystring: Range }>(routes.bundle.path, { schema: { querystring: Range } }, async (request, reply) => {
    const { first, last, second } = request.query;
    const caller = await callerOf(access, request);
    const subject = { kind: "entry", side };
    if (first === last) requireAbility(access, caller, "read", subject);
    else
      await requireTwo(access, caller, "export", subject, {
        token: second,
        request: keyOf(request),
        asked: { first, last },
      });
    if (first > last || (await findStored(database, last)) === undefined) throw unknownEntry();
    const lines = bundleLines(database, spine, first, last, first === last);
    reply.header("content-disposition", `attachment; filename="${side}-${first}-${last}.jsonl"`);
    return reply.type("application/jsonl; charset=utf-8").send(Readable.from(lines));
  });
}

/** An instant of the query, whose form the schema has checked; a day that no calendar has is found here. */
function instantOf(field: string, text: string | undefined): Temporal.Instant | undefined {
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text);
  } catch {
    throw new RequestError("request/invalid", 400, `Cannot take the query: "${field}" is no instant`, { field });
  }
}

function unknownEntry(): RequestError {
  return new RequestError("entry/unknown", 404, "Cannot find the entry: the journal has no such number", {
    texts: {
      zh: "日志中没有这一编号。",
      kk: "Журналда мұндай нөмір жоқ.",
      ru: "В журнале нет такого номера.",
      en: "The journal has no such number.",
    },
  });
}
