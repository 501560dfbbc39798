import { ReplayAdd, ReplayList, ReplayParams, ReplayRow, routes } from "@twinline/api";
import type { Access } from "../access/access.ts";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import { getProposal } from "../rulebooks/proposals.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { addJob, getJob, type Job, listJobs } from "./jobs.ts";
import type { ReplayRunner } from "./runner.ts";

type Rooms = { readonly access: Access; readonly spine: OpenSpine; readonly runner: ReplayRunner };
type One = { Params: { id: string } };

/** Histories decided again under proposals: a queue, its progress, the reports. */
export function registerReplays(app: App, { access, spine, runner }: Rooms): void {
  const { node } = access;
  const law = { kind: "rulebook", side: node.side };
  const present = (job: Job): ReplayRow => presentJob(job, runner);

  app.get(routes.replays.path, { schema: { response: { 200: ReplayList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", law);
    return { rows: (await listJobs(node.database)).map(present), may: mayOf(access, caller, law) };
  });

  const asking = { body: ReplayAdd, response: { 200: ReplayRow } };
  app.post<{ Body: ReplayAdd }>(routes.replayAdd.path, { schema: asking }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "replay", law);
    await getProposal(node.database, request.body.proposal);
    const id = await addJob(node.database, request.body, caller.officer.officer, spine.now());
    runner.wake();
    return present(await getJob(node.database, id));
  });

  const one = { params: ReplayParams, response: { 200: ReplayRow } };
  app.get<One>(routes.replay.path, { schema: one }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", law);
    return present(await getJob(node.database, request.params.id));
  });

  app.post<One>(routes.replayCancel.path, { schema: one }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "replay", law);
    const { id } = await getJob(node.database, request.params.id);
    await runner.cancel(id);
    return present(await getJob(node.database, id));
  });

  app.get<One>(routes.replayReport.path, { schema: { params: ReplayParams } }, async (request, reply) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", law);
    const { report } = await getJob(node.database, request.params.id);
    const { rows } = await node.database.query<{ text: string }>("select text from words where hash = $1", [report]);
    if (rows[0] === undefined) throw notYet(request.params.id);
    return reply.type("application/json; charset=utf-8").send(rows[0].text);
  });
}

function presentJob(job: Job, runner: ReplayRunner): ReplayRow {
  const { id, proposal, name, history, passages, elasticity, state, askedAt, endedAt, problem, report, entry } = job;
  const instant = (at: Temporal.Instant): string => at.toString({ smallestUnit: "millisecond" });
  const [, code, message] = /^([a-z/-]+): (.*)$/s.exec(problem ?? "") ?? [];
  const progress = runner.progressOf(id);
  return {
    id,
    proposal,
    name,
    history,
    ...(passages === null ? {} : { passages }),
    ...(elasticity === null ? {} : { elasticity }),
    state,
    ...(progress === undefined ? {} : { phase: progress.phase }),
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    askedAt: instant(askedAt),
    ...(endedAt === null ? {} : { endedAt: instant(endedAt) }),
    ...(code === undefined || message === undefined ? {} : { problem: code, message }),
    ...(report === null ? {} : { report }),
    ...(entry === null ? {} : { entry }),
  };
}

function notYet(id: string): RequestError {
  return new RequestError("replay/no-report", 404, `Cannot show the report of "${id}": it has none`, {
    texts: {
      zh: "这项回放还没有报告。",
      kk: "Бұл қайта есептеудің есебі әлі жоқ.",
      ru: "У этого пересчёта ещё нет отчёта.",
      en: "This replay has no report yet.",
    },
  });
}
