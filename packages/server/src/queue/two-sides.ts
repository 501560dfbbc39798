import {
  EntryNumber,
  PeerTrust,
  QueuePlan,
  Recorded,
  RoadClose,
  routes,
  ShiftSet,
  ShiftStatement,
} from "@twinline/api";
import { signReceipt } from "@twinline/journal";
import {
  type CloseRoad,
  type ClosingReason,
  closeRoad,
  closingReasons,
  type SetShift,
  setShift,
  type TrustPeer,
} from "@twinline/zone";
import { Type } from "typebox";
import { authorOf } from "../access/caller.ts";
import { requireAbility, requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import { planAnswer, previewOf } from "./plan.ts";
import type { Queueing } from "./queueing.ts";
import { quarterAt } from "./road-clock.ts";
import { spanOf } from "./span.ts";
import { readKey, readStatement } from "./statement.ts";

const NumberParams = Type.Object({ number: EntryNumber });

/** What each side takes: the own shift, the other side's signed one, the closing of the road. */
export function registerTwoSides(app: App, queueing: Queueing): void {
  registerShift(app, queueing);
  registerClosing(app, queueing);
  registerStatements(app, queueing);
  registerPeer(app, queueing);
}

function registerShift(app: App, queueing: Queueing): void {
  const { access, subject } = queueing;
  const schema = { body: ShiftSet, response: { 200: QueuePlan } };
  app.post<{ Body: ShiftSet }>(routes.queueShift.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "set_shift", subject);
    const { from, until, preview, ...shift } = request.body;
    const span = await spanOf(access.node.database, quarterAt(from, "/from"), quarterAt(until, "/until"));
    const by = authorOf(caller);
    const command: SetShift = { kind: "queue_shift", by, side: access.node.side, shift, span };
    if (preview === true) return await previewOf(queueing, setShift, command);
    return await planAnswer(queueing, await record(access, request, command), span);
  });
}

function registerClosing(app: App, queueing: Queueing): void {
  const { access, subject } = queueing;
  const schema = { body: RoadClose, response: { 200: QueuePlan } };
  app.post<{ Body: RoadClose }>(routes.queueClose.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "close", subject);
    const { from, until, close, preview } = request.body;
    const why = closingReason(request.body.why);
    const span = await spanOf(access.node.database, quarterAt(from, "/from"), quarterAt(until, "/until"));
    const command: CloseRoad = { kind: "queue_close", by: authorOf(caller), close, why, span };
    if (preview === true) return await previewOf(queueing, closeRoad, command);
    return await planAnswer(queueing, await record(access, request, command), span);
  });
}

function registerStatements(app: App, queueing: Queueing): void {
  const { access, spine, subject } = queueing;
  const given = { params: NumberParams, response: { 200: ShiftStatement } };
  app.get<{ Params: { number: number } }>(routes.queueStatement.path, { schema: given }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "set_shift", subject);
    const { number } = request.params;
    const { rows } = await access.node.database.query<{ prev: string; hash: string; body: string }>(
      `select encode(prev, 'hex') as prev, encode(hash, 'hex') as hash, body from entry
       where number = $1 and kind = 'queue_shift' and outcome = 'done'`,
      [number],
    );
    const [found] = rows;
    if (found === undefined) throw new RequestError("request/not-found", 404, `Cannot find the shift "${number}"`);
    const { at } = JSON.parse(found.body) as { at: string };
    const receipt = signReceipt({ number, hash: found.hash }, at, spine.signer);
    return { receipt, prev: found.prev, body: found.body };
  });
  const taken = { body: ShiftStatement, response: { 200: QueuePlan } };
  app.post<{ Body: ShiftStatement }>(routes.queueStatementTake.path, { schema: taken }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "set_shift", subject);
    const { side, shift, from, until, statement } = await readStatement(queueing, request.body);
    const span = await spanOf(access.node.database, from, until);
    const command: SetShift = { kind: "queue_shift", by: authorOf(caller), side, shift, span, statement };
    return await planAnswer(queueing, await record(access, request, command), span);
  });
}

function registerPeer(app: App, queueing: Queueing): void {
  const { access, subject, peerOrigin } = queueing;
  const schema = { body: PeerTrust, response: { 200: Recorded } };
  app.post<{ Body: PeerTrust }>(routes.queuePeer.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    const publicKey = readKey(request.body.key, peerOrigin);
    const key = keyOf(request);
    const signed = { token: request.body.second, request: key, asked: request.body };
    const by = await requireTwo(access, caller, "trust_peer", subject, signed);
    const command: TrustPeer = { kind: "queue_peer", by, origin: peerOrigin, publicKey };
    return presentRecorded(access.node, await record(access, request, command, { key }));
  });
}

function closingReason(text: string): ClosingReason {
  const why = closingReasons.find((one) => one === text);
  if (why !== undefined) return why;
  throw new RequestError("request/invalid", 400, `Cannot close the road: "${text}" is no reason for it`, {
    field: "/why",
  });
}
