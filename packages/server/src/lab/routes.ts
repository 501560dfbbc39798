import {
  AtlasChange,
  ImpactLines,
  ImpactQuestion,
  LeaguePlan,
  OpennessQuestion,
  routes,
  WindowQuestion,
} from "@twinline/api";
import type { CheckedRulebook } from "@twinline/rulebook";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "../access/access.ts";
import { requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";
import type { Queries } from "../database.ts";
import { RequestError } from "../errors.ts";
import { getProposalRow } from "../proposals/queries.ts";
import { policiesOf } from "../replays/policies.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { briefly } from "../supervision/briefly.ts";
import type { AnalysisName } from "./analyses.ts";
import { journalEvents } from "./journal-events.ts";
import type { LabProcess } from "./lab-process.ts";

type Rooms = { readonly access: Access; readonly spine: OpenSpine; readonly lab: LabProcess };

/** Passports that twins are given: of both sides, of neighbours, and one from afar. */
const PASSPORTS = ["CN", "KZ", "KG", "RU", "MN", "US"];

/** A sample reads thousands of entries: all who ask for one within this time cost one. */
const SAMPLE_MS = 10_000;

/** The policy lab's analyses; whoever may read the law may ask. */
export function registerLab(app: App, { access, spine, lab }: Rooms): void {
  const { node } = access;
  const law = { kind: "rulebook", side: node.side };
  const allowed = async (request: FastifyRequest) =>
    requireAbility(access, await requireOfficer(access, request), "read", law);
  const send = async (reply: FastifyReply, name: AnalysisName, input: object) =>
    reply.type("application/json; charset=utf-8").send(await lab.ask(name, input));

  for (const [route, name] of [
    [routes.indicators, "indicators"],
    [routes.streams, "streams"],
  ] as const) {
    app.get(route.path, async (request, reply) => {
      await allowed(request);
      return send(reply, name, {});
    });
  }

  for (const [route, name, body] of [
    [routes.league, "league", LeaguePlan],
    [routes.windows, "windows", WindowQuestion],
    [routes.atlas, "atlas", AtlasChange],
    [routes.impact, "impact", ImpactQuestion],
    [routes.impactLines, "lines", ImpactLines],
  ] as const) {
    app.post<{ Body: object }>(route.path, { schema: { body } }, async (request, reply) => {
      await allowed(request);
      return send(reply, name, request.body as object);
    });
  }

  const sampleOf = briefly(
    (name: string) => journalEvents(node.database, name),
    () => node.effects.now().epochMilliseconds,
    SAMPLE_MS,
  );
  const schema = { body: OpennessQuestion };
  app.post<{ Body: OpennessQuestion }>(routes.openness.path, { schema }, async (request, reply) => {
    await allowed(request);
    const { rulebook: name, proposal, sample } = request.body;
    const inForce = spine.world().rulebooks.get(name)?.rulebook;
    if (inForce === undefined)
      throw new RequestError("request/not-found", 404, `Cannot find "${name}": no such rulebook is in force here`);
    const rulebook = proposal === undefined ? inForce : await reformOf(node.database, proposal);
    const events = sample === "journal" ? await sampleOf.get(name) : undefined;
    const legal = spine.world().legalDay(spine.now().epochMilliseconds);
    return send(reply, "openness", {
      rulebook,
      law: legal,
      passports: PASSPORTS,
      ...(events === undefined || events.length === 0 ? {} : { events }),
    });
  });
}

/** The law with a saved reform applied. Throws RequestError 404. */
async function reformOf(queries: Queries, proposal: string): Promise<CheckedRulebook> {
  const { row } = await getProposalRow(queries, proposal);
  return (await policiesOf(queries, { ...row, proposal })).reform;
}
