import {
  CASE_ROWS_MAX,
  CaseDetail,
  CaseList,
  CaseOpen,
  CaseParams,
  CaseQuery,
  CaseStepRequest,
  type CaseSubject,
  Recorded,
  routes,
} from "@twinline/api";
import {
  type Author,
  type Case,
  type CaseStep,
  EVIDENCE_MAX,
  instantText,
  numbersIn,
  type OpenCase,
  type Step,
} from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import { authorOf, type Caller } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { presentRow } from "../entries/present.ts";
import { RequestError } from "../errors.ts";
import type { SupervisionParts } from "../supervision/routes.ts";
import { registerMatter, unknownMatter } from "./matter-routes.ts";
import { presentCase, presentMatter, presentTerms } from "./present.ts";
import { proveMatter } from "./proof.ts";
import { entriesOf, findCaseRow, findMatter, listCases, listMatters, type Matter } from "./queries.ts";

/** Cases: what they might be about, opened on what the journal shows, taken step by step. */
export function registerCases(app: App, parts: SupervisionParts): void {
  registerList(app, parts);
  registerDetail(app, parts);
  registerOpen(app, parts);
  registerStep(app, parts);
  registerMatter(app, parts);
}

function registerList(app: App, { access, spine, people }: SupervisionParts): void {
  const { node } = access;
  const subject = { kind: "case", side: node.side };
  const schema = { querystring: CaseQuery, response: { 200: CaseList } };
  app.get<{ Querystring: { about?: CaseSubject } }>(routes.cases.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", subject);
    const { about } = request.query;
    const now = node.effects.now().epochMilliseconds;
    const day = spine.world().legalDay(now);
    const subjects: readonly Matter["about"][] =
      about === undefined ? ["overstay", "missing_pair"] : about === "runner" ? [] : [about];
    const [cases, ...found] = await Promise.all([
      listCases(node.database, about, CASE_ROWS_MAX),
      ...subjects.map((one) => listMatters(node.database, one, day, CASE_ROWS_MAX)),
    ]);
    const matters = found.flat().slice(0, CASE_ROWS_MAX);
    const known = await people.reveal([...cases, ...matters].map(({ person }) => person));
    return {
      asOf: instantText(now),
      rows: cases.map((one) => presentCase(one, day, known.get(one.person)?.name)),
      candidates: matters.map((one) => presentMatter(one, day, known.get(one.person)?.name)),
      isCut: [cases, ...found].some(({ length }) => length === CASE_ROWS_MAX),
      may: mayOf(access, caller, subject),
    };
  });
}

function registerDetail(app: App, { access, spine, people }: SupervisionParts): void {
  const { node } = access;
  const schema = { params: CaseParams, response: { 200: CaseDetail } };
  app.get<{ Params: { id: string } }>(routes.case.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", { kind: "case", side: node.side });
    const found = await getCase(node, request.params.id);
    const day = spine.world().legalDay(node.effects.now().epochMilliseconds);
    const [known, steps, evidence] = await Promise.all([
      people.reveal([found.person]),
      entriesOf(node.database, numbersIn(found.steps)),
      entriesOf(node.database, numbersIn(found.evidence)),
    ]);
    return {
      row: presentCase(found, day, known.get(found.person)?.name),
      ...presentTerms(found),
      steps: steps.map(presentRow),
      evidence: evidence.map(presentRow),
      may: mayOf(access, caller, subjectOf(node.side, found)),
    };
  });
}

function registerOpen(app: App, parts: SupervisionParts): void {
  const { access, settings } = parts;
  const { node } = access;
  const schema = { body: CaseOpen, response: { 200: Recorded } };
  app.post<{ Body: CaseOpen }>(routes.caseOpen.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "open", { kind: "case", side: node.side });
    const { about, root } = request.body;
    const matter = await matterOf(parts, about, root);
    if (matter === undefined) throw unknownMatter(422);
    const command: OpenCase = {
      kind: "case_open",
      by: { ...authorOf(caller), officer: caller.officer.officer },
      about,
      ...matter,
      caseDays: settings.caseDays.value,
      appealDays: settings.appealDays.value,
    };
    return presentRecorded(node, await record(access, request, command));
  });
}

/** Person, evidence and score come from the node's own records, never from the one who asks. */
async function matterOf(
  parts: SupervisionParts,
  about: CaseSubject,
  root: number,
): Promise<Pick<OpenCase, "person" | "evidence" | "score"> | undefined> {
  const { access, spine, runners } = parts;
  if (about !== "runner") {
    const day = spine.world().legalDay(access.node.effects.now().epochMilliseconds);
    const matter = await findMatter(access.node.database, about, day, root);
    if (matter === undefined) return undefined;
    return { person: matter.person, evidence: firstOf((await proveMatter(parts, matter)).evidence) };
  }
  const found = (await runners.get()).runners.find(({ evidence }) => evidence[0] === root);
  if (found === undefined) return undefined;
  return { person: found.person, evidence: firstOf(found.evidence), score: found.score };
}

/** The first entry names the case; of the others the newest are kept. */
function firstOf([root = 0, ...others]: readonly number[]): readonly number[] {
  return [root, ...others.slice(-(EVIDENCE_MAX - 1))];
}

function registerStep(app: App, { access }: SupervisionParts): void {
  const { node } = access;
  type Route = { Params: { id: string }; Body: CaseStepRequest };
  const schema = { params: CaseParams, body: CaseStepRequest, response: { 200: Recorded } };
  app.post<Route>(routes.caseStep.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    const does = request.body;
    requireAbility(access, caller, "list", { kind: "case", side: node.side });
    const found = await getCase(node, request.params.id);
    if (does.step === "evidence") await assertEntries(node.database, does.entries);
    const by = await authorOfStep(access, request, caller, found, does);
    const command: CaseStep = { kind: "case_step", by, case: found.id, does: stepOf(does) };
    return presentRecorded(node, await record(access, request, command));
  });
}

type OfficerCaller = Awaited<ReturnType<typeof requireOfficer>> & Caller;

/** Who takes the step, and the second officer where it restricts somebody (P26). Throws RequestError 403. */
async function authorOfStep(
  access: SupervisionParts["access"],
  request: FastifyRequest,
  caller: OfficerCaller,
  found: Case,
  does: CaseStepRequest,
): Promise<Author & { readonly officer: string }> {
  const subject = subjectOf(access.node.side, found);
  const { officer } = caller.officer;
  if (does.step === "finding" && does.finding === "restricted") {
    const signed = { token: does.second, id: found.id, request: keyOf(request), asked: does };
    return { ...(await requireTwo(access, caller, "restrict", subject, signed)), officer };
  }
  const verb = does.step === "finding" ? "find" : does.step === "decision" ? "judge" : "step";
  requireAbility(access, caller, verb, subject);
  return { ...authorOf(caller), officer };
}

/** The step as the journal keeps it: without the second officer's token. */
function stepOf(does: CaseStepRequest): Step {
  if (does.step !== "finding") return does;
  const { second: _, ...step } = does;
  return step;
}

/** Whoever made the finding owns it. */
function subjectOf(side: string, { foundBy }: Case) {
  return { kind: "case", side, ...(foundBy === undefined ? {} : { owner: foundBy }) };
}

async function getCase(node: SupervisionParts["access"]["node"], id: string): Promise<Case> {
  const found = await findCaseRow(node.database, id);
  if (found !== undefined) return found;
  throw new RequestError("case/unknown", 404, "Cannot find the case: there is none of this name", {
    texts: {
      zh: "没有这一案件。",
      kk: "Мұндай іс жоқ.",
      ru: "Такого дела нет.",
      en: "There is no such case.",
    },
  });
}

async function assertEntries(queries: SupervisionParts["access"]["node"]["database"], entries: readonly number[]) {
  const known = await entriesOf(queries, entries);
  if (known.length === new Set(entries).size) return;
  throw new RequestError("entry/unknown", 422, "Cannot add the evidence: the journal lacks one of these entries", {
    field: "/entries",
    texts: {
      zh: "日志中没有其中某一编号。",
      kk: "Журналда бұл нөмірлердің бірі жоқ.",
      ru: "Одного из этих номеров нет в журнале.",
      en: "The journal lacks one of these numbers.",
    },
  });
}
