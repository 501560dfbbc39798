import {
  Recorded,
  routes,
  SEAL_RUNS_MAX,
  SealList,
  SealParams,
  SealPrint,
  type SealRunRow,
  SealsPrinted,
  SealVoid,
} from "@twinline/api";
import { instantText, type PrintSeals, type VoidSeal } from "@twinline/zone";
import type { Static } from "typebox";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import { keyOf, presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import type { ZoneNode } from "../node.ts";
import { listRuns, type StoredRun, usedSeals, voidSeals } from "./queries.ts";

/** Letters and digits that nobody mistakes for each other on paper: 32, so that a byte falls evenly. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const SERIES_LENGTH = 7;

/** Numbered paper seals: printed for a gate, looked for, void. Keying in is the gate's (routes of late passages). */
export function registerSeals(app: App, access: Access): void {
  registerPrint(app, access);
  registerList(app, access);
  registerVoid(app, access);
}

function registerPrint(app: App, access: Access): void {
  const { node } = access;
  const schema = { body: SealPrint, response: { 200: SealsPrinted } };
  app.post<{ Body: SealPrint }>(routes.sealPrint.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    const { gate, lane, count } = request.body;
    requireAbility(access, caller, "print", { kind: "seal", side: node.side, gate });
    const series = newSeries(node);
    const command: PrintSeals = { kind: "seal_print", by: authorOf(caller), series, count, gate, lane };
    // A repeated request is told the series that it was given before, not the one that was thrown for it now.
    const recorded = await record(access, request, command, { key: keyOf(request) });
    const { receipt } = presentRecorded(node, recorded);
    return { receipt, series: String(recorded.body.series), count: Number(recorded.body.count) };
  });
}

/** A name for a run that no other has; were it known, the entry would say so. */
function newSeries({ effects }: ZoneNode): string {
  return Array.from(effects.random(SERIES_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join("");
}

function registerList(app: App, access: Access): void {
  const { node } = access;
  const subject = { kind: "seal", side: node.side };
  app.get(routes.seals.path, { schema: { response: { 200: SealList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", subject);
    const runs = await listRuns(node.database, SEAL_RUNS_MAX);
    return {
      rows: await presentRuns(node, runs),
      isCut: runs.length === SEAL_RUNS_MAX,
      may: mayOf(access, caller, subject),
    };
  });
}

async function presentRuns({ database }: ZoneNode, runs: readonly StoredRun[]): Promise<SealRunRow[]> {
  const series = runs.map((run) => run.series);
  const [used, gone] = await Promise.all([usedSeals(database, series), voidSeals(database, series)]);
  const usedOf = Map.groupBy(used, (one) => one.series);
  const voidOf = Map.groupBy(gone, (one) => one.series);
  return runs.map(({ at, ...run }) => {
    const taken = (usedOf.get(run.series) ?? []).map(({ number }) => number);
    const lost = (voidOf.get(run.series) ?? []).map(({ number, code }) => ({ number, code }));
    const known = new Set([...taken, ...lost.map(({ number }) => number)]);
    const missing = Array.from({ length: run.count }, (_, index) => index + 1).filter((number) => !known.has(number));
    return { ...run, at: instantText(at.epochMilliseconds), used: taken, void: lost, missing };
  });
}

function registerVoid(app: App, access: Access): void {
  const { node } = access;
  type Route = { Params: Static<typeof SealParams>; Body: SealVoid };
  const schema = { params: SealParams, body: SealVoid, response: { 200: Recorded } };
  app.post<Route>(routes.sealVoid.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "void", { kind: "seal", side: node.side });
    const command: VoidSeal = { kind: "seal_void", by: authorOf(caller), ...request.params, ...request.body };
    return presentRecorded(node, await record(access, request, command));
  });
}
