import {
  BOARD_ROWS_MAX,
  BoardAnswer,
  BoardQuery,
  CapacityAnswer,
  HallParams,
  HallRequest,
  HallRun,
  LinkNote,
  QueueCount,
  Recorded,
  RunnerList,
  routes,
} from "@twinline/api";
import { type CountQueue, getText, instantText, type NoteLink } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { authorOf, type Caller, callerOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import { presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import { unknownPassage } from "../passages/errors.ts";
import type { People } from "../passages/people.ts";
import { findEntry } from "../passages/queries.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { readBoard } from "./board.ts";
import { briefly } from "./briefly.ts";
import { readCapacity, readHours } from "./capacity.ts";
import { Halls } from "./halls.ts";
import { commitmentOf } from "./links.ts";
import { presentRunner, presentWeight } from "./present.ts";
import { openCaseIds } from "./queries.ts";
import { findRunners, type RunnersFound } from "./runners.ts";
import type { Settings } from "./settings.ts";

/** What the routes of supervision work with. `runners` is shared with the cases that grow from them. */
export type SupervisionParts = {
  readonly access: Access;
  readonly spine: OpenSpine;
  readonly people: People;
  readonly settings: Settings;
  readonly runners: { get(): Promise<RunnersFound>; forget(): void };
};

/** A score looks at a month, a picture at a day: they may be a minute old. */
const MINUTE_MS = 60_000;
const BOARD_MINUTES = 60;

/** Scores of the side, looked up at most once a minute whoever asks. */
export function openRunners({ access: { node }, spine, settings }: Omit<SupervisionParts, "runners" | "people">) {
  const { database, effects } = node;
  const nowMs = () => effects.now().epochMilliseconds;
  const find = briefly(() => findRunners(database, spine, settings, effects.now()), nowMs, MINUTE_MS);
  return { get: () => find.get("all"), forget: () => find.forget() };
}

/** The duty officer's board, the forecast of waits, halls that might be, and the scores of possible runners. */
export function registerSupervision(app: App, parts: SupervisionParts): void {
  registerBoard(app, parts);
  registerCapacity(app, parts);
  registerHalls(app, parts);
  registerRunners(app, parts);
}

function registerBoard(app: App, { access, spine, settings }: SupervisionParts): void {
  const { node } = access;
  const nowMs = () => node.effects.now().epochMilliseconds;
  const board = briefly(
    (minutes: number) => readBoard(node, settings, spine.world().legalDay(nowMs()), minutes),
    nowMs,
  );
  const schema = { querystring: BoardQuery, response: { 200: BoardAnswer } };
  app.get<{ Querystring: { minutes?: number } }>(routes.board.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", { kind: "board", side: node.side });
    return await board.get(request.query.minutes ?? BOARD_MINUTES);
  });
}

function registerCapacity(app: App, { access, settings }: SupervisionParts): void {
  const { node } = access;
  const nowMs = () => node.effects.now().epochMilliseconds;
  const capacity = briefly(() => readCapacity(node, settings), nowMs);
  const hours = briefly(() => readHours(node), nowMs, MINUTE_MS);
  const subject = { kind: "capacity", side: node.side };
  app.get(routes.capacity.path, { schema: { response: { 200: CapacityAnswer } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", subject);
    const [lines, day] = await Promise.all([capacity.get("all"), hours.get("all")]);
    return { ...lines, hours: day, may: mayOf(access, caller, subject) };
  });

  const schema = { body: QueueCount, response: { 200: Recorded } };
  app.post<{ Body: QueueCount }>(routes.queueCount.path, { schema }, async (request) => {
    const { gate, waiting } = request.body;
    const caller = await callerOf(access, request);
    requireAbility(access, caller, "count", { ...subject, gate });
    const place = placeOf(request.body, caller, settings);
    if (place === undefined) throw unknownLine();
    const command: CountQueue = { kind: "queue_count", by: authorOf(caller), gate, ...place, waiting };
    const recorded = await record(access, request, command);
    capacity.forget();
    return presentRecorded(node, recorded);
  });
}

/** The lanes that were counted before: all of a kind, or the one at which the request was signed. */
function placeOf({ gate, line }: QueueCount, { device }: Caller, { lines }: Settings) {
  const here = lines.filter((one) => one.gate === gate);
  if (line !== undefined) return here.some((one) => one.line === line) ? { line } : undefined;
  const own = device?.gate === gate ? here.find(({ lanes }) => lanes.includes(device.lane)) : undefined;
  return own === undefined || device === undefined ? undefined : { line: own.line, lane: device.lane };
}

function registerHalls(app: App, { access }: SupervisionParts): void {
  const { node } = access;
  const halls = new Halls();
  const subject = { kind: "capacity", side: node.side };
  app.addHook("onClose", () => halls.close());

  const asking = { body: HallRequest, response: { 200: HallRun } };
  app.post<{ Body: HallRequest }>(routes.hallRun.path, { schema: asking }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "simulate", subject);
    const id = Buffer.from(node.effects.random(16)).toString("base64url");
    return halls.ask(`hall_${id}`, request.body);
  });

  const reading = { params: HallParams, response: { 200: HallRun } };
  app.get<{ Params: { id: string } }>(routes.hall.path, { schema: reading }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "simulate", subject);
    const run = halls.find(request.params.id);
    if (run === undefined)
      throw new RequestError("request/not-found", 404, "Cannot find the hall: its run is not remembered any more");
    return run;
  });
}

function registerRunners(app: App, { access, people, settings, runners }: SupervisionParts): void {
  const { node } = access;
  const subject = { kind: "runner", side: node.side };
  app.get(routes.runners.path, { schema: { response: { 200: RunnerList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", subject);
    const { runners: found, exits, isCut } = await runners.get();
    const shown = found.slice(0, BOARD_ROWS_MAX);
    const tokens = shown.map(({ person }) => person);
    const [known, cases] = await Promise.all([people.reveal(tokens), openCaseIds(node.database, "runner", tokens)]);
    const { windowDays, lookFrom, weights } = settings.runner;
    return {
      asOf: instantText(node.effects.now().epochMilliseconds),
      windowDays: windowDays.value,
      lookFrom: lookFrom.value,
      exits,
      isCut: isCut || found.length > shown.length,
      weights: weights.map(presentWeight),
      rows: shown.map((one) => presentRunner(one, weights, known.get(one.person)?.name, cases.get(one.person))),
      may: mayOf(access, caller, subject),
    };
  });

  const schema = { body: LinkNote, response: { 200: Recorded } };
  app.post<{ Body: LinkNote }>(routes.linkNote.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "note", subject);
    const { passage, link } = request.body;
    const found = await findEntry(node.database, passage);
    if (found === undefined || found.body.kind !== "passage") throw unknownPassage(passage);
    const person = getText(found.body, "person");
    const commitment = commitmentOf(node, request.body);
    const command: NoteLink = { kind: "link_note", by: authorOf(caller), passage, person, link, commitment };
    const recorded = await record(access, request, command);
    runners.forget();
    return presentRecorded(node, recorded);
  });
}

function unknownLine(): RequestError {
  return new RequestError("supervision/line", 422, "Cannot take the count: the gate has no lanes of this kind", {
    field: "/line",
    texts: {
      zh: "该卡口没有这类通道。",
      kk: "Бұл қақпада мұндай жолақ жоқ.",
      ru: "У этих ворот нет таких полос.",
      en: "This gate has no lanes of this kind.",
    },
  });
}
