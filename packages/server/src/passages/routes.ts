import {
  EntryNumber,
  LANE_PASSAGES_MAX,
  OverrideRequest,
  PassageAnswer,
  PassageList,
  PassageRequest,
  type PassageRow,
  routes,
} from "@twinline/api";
import { type Body, type OverrideCommand, type PassageCommand, type Verdict, verdicts } from "@twinline/zone";
import { Type } from "typebox";
import type { Access } from "../access/access.ts";
import { authorOf, callerOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireDevice, requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import type { Queries } from "../database.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { readPassage } from "./commands.ts";
import { overrideRefused, unknownPassage, wrongLane } from "./errors.ts";
import { passCode, passHash } from "./pass-code.ts";
import type { People } from "./people.ts";
import { presentPassage, presentTraveller } from "./present.ts";
import { findEntry, findVisit, lanePassages } from "./queries.ts";

/** What the routes of passages work with. */
export type Passages = { readonly access: Access; readonly spine: OpenSpine; readonly people: People };

const NumberParams = Type.Object({ number: EntryNumber });
const LaneQuery = Type.Object({
  gate: PassageRequest.properties.gate,
  lane: PassageRequest.properties.lane,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LANE_PASSAGES_MAX })),
});

/** Passages at a gate: decide one, list a lane's newest, override a verdict by two officers. */
export function registerPassages(app: App, passages: Passages): void {
  registerPassage(app, passages);
  registerLane(app, passages);
  registerOverride(app, passages);
}

function registerPassage(app: App, { access, spine, people }: Passages): void {
  const { node } = access;
  const schema = { body: PassageRequest, response: { 200: PassageAnswer } };
  // NOTE: the answer is made field by field from the contract's types; writing it through the schema again took as long as
  // deciding it.
  const serializerCompiler = () => JSON.stringify;
  app.post<{ Body: PassageRequest }>(routes.passage.path, { schema, serializerCompiler }, async (request) => {
    const { gate, lane } = request.body;
    const caller = await requireDevice(access, request);
    const subject = { kind: "passage", side: node.side, gate };
    requireAbility(access, caller, "record", subject);
    if (caller.device.lane !== lane || caller.device.deviceKind !== "gate") throw wrongLane();
    const key = keyOf(request);
    const pass = passCode(node, key);
    const day = spine.world().legalDay(node.effects.now().epochMilliseconds);
    const reading = { zone: spine.zone, people, day };
    const { command, document } = await readPassage(reading, request.body, authorOf(caller), passHash(pass));
    const covering = await coveringOf(node.database, command, request.body.covers);
    const recorded = await record(access, request, { ...command, ...covering }, { key });
    const may = mayOf(access, caller, subject);
    return await presentPassage(spine, recorded, { may, pass, traveller: presentTraveller(document) });
  });
}

function registerLane(app: App, { access, people }: Passages): void {
  const { node } = access;
  const schema = { querystring: LaneQuery, response: { 200: PassageList } };
  type Query = { gate: string; lane: string; limit?: number };
  app.get<{ Querystring: Query }>(routes.passages.path, { schema }, async (request) => {
    const { gate, lane, limit = LANE_PASSAGES_MAX } = request.query;
    const caller = await callerOf(access, request);
    requireAbility(access, caller, "read", { kind: "passage", side: node.side, gate });
    const found = await lanePassages(node.database, gate, lane, limit);
    const known = await people.reveal([...new Set(found.map(({ body }) => String(body.person)))]);
    return {
      rows: found.map(({ number, body, overridden }) =>
        laneRow(number, body, overridden, known.get(String(body.person))?.number),
      ),
    };
  });
}

/** The sales that are named on the way out, with the visit in which the node finds the traveller now. */
async function coveringOf(db: Queries, { direction, traveller }: PassageCommand, sales: readonly string[] = []) {
  if (direction === "in" || sales.length === 0) return {};
  const visit = await findVisit(db, traveller.person);
  return { covers: { visit: visit ?? "", sales } };
}

const TAIL_CHARS = 4;

function laneRow(
  number: number,
  body: Body,
  overridden: Verdict | undefined,
  document: string | undefined,
): PassageRow {
  const { nationality } = body.document as { nationality?: string };
  return {
    number,
    at: body.at,
    direction: body.direction === "in" ? "in" : "out",
    verdict: overridden ?? verdicts.find((one) => one === body.outcome) ?? "refer",
    ...(overridden === undefined ? {} : { overridden: true }),
    ...(nationality === undefined ? {} : { nationality }),
    ...(document === undefined ? {} : { documentTail: document.slice(-TAIL_CHARS) }),
  };
}

function registerOverride(app: App, { access, spine }: Passages): void {
  const { node } = access;
  const schema = { params: NumberParams, body: OverrideRequest, response: { 200: PassageAnswer } };
  type Route = { Params: { number: number }; Body: OverrideRequest };
  app.post<Route>(routes.override.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    const { number } = request.params;
    const { verdict, reason, second } = request.body;
    const found = await findEntry(node.database, number);
    if (found === undefined || found.body.kind !== "passage") throw unknownPassage(number);
    const original = found.body;
    const subject = { kind: "passage", side: node.side, gate: String(original.gate) };
    const key = keyOf(request);
    const by = await requireTwo(access, caller, "override", subject, {
      token: second,
      id: String(number),
      request: key,
      asked: { ...request.body, passage: found.hash },
    });
    const command: OverrideCommand = { kind: "override", by, passage: number, original, verdict, reason };
    const recorded = await record(access, request, command, { key });
    if (recorded.body.outcome === "refused") throw overrideRefused(recorded.body.reason);
    return await presentPassage(spine, recorded, { may: mayOf(access, caller, subject) }, original);
  });
}
