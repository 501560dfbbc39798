import { createHash } from "node:crypto";
import {
  ProposalFile,
  ProposalNoteAdd,
  ProposalParams,
  ProposalStageSet,
  ProposalVoteAdd,
  Recorded,
  routes,
} from "@twinline/api";
import type { AdvanceCommand, NoteCommand, VoteCommand } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { briefly } from "../supervision/briefly.ts";
import { CameSince } from "./came-since.ts";
import { checkOf } from "./check.ts";
import { fileOf, getProposalRow } from "./queries.ts";

type Rooms = { readonly access: Access; readonly spine: OpenSpine };
type Hash = { Params: { hash: string } };

/** A comparison reads thousands of entries: all who look at one within this time cost one. */
const CHECK_MS = 10_000;

/** The way of a proposal into law: what was said of it, how the councils voted, where it stands. */
export function registerProposals(app: App, { access, spine }: Rooms): void {
  const { node } = access;
  const sides = spine.zone.sides.map(({ side }) => side);
  const law = { kind: "rulebook", side: node.side };
  const answer = { params: ProposalParams, response: { 200: Recorded } };
  const nowMs = () => node.effects.now().epochMilliseconds;
  const since = new CameSince();
  const checks = briefly(
    async (hash: string) => checkOf(node.database, since, await fileOf(node.database, hash)),
    nowMs,
    CHECK_MS,
  );

  registerNotes(app, access);
  const file = { params: ProposalParams, response: { 200: ProposalFile } };
  app.get<Hash>(routes.proposalFile.path, { schema: file }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", law);
    const found = await fileOf(node.database, request.params.hash);
    const check = await checks.get(request.params.hash);
    return { ...found, sides, ...(check === undefined ? {} : { check }), may: mayOf(access, caller, law) };
  });

  const voting = { ...answer, body: ProposalVoteAdd };
  app.post<Hash & { Body: ProposalVoteAdd }>(routes.proposalVote.path, { schema: voting }, async (request) => {
    const caller = await requireOfficer(access, request);
    const { side: voter, vote, reference, second } = request.body;
    const { hash: proposal } = request.params;
    const own = voter === node.side;
    if (own) requireAbility(access, caller, "vote", law);
    const signed = { token: second, id: proposal, request: keyOf(request), asked: request.body };
    const by = own ? authorOf(caller) : await requireTwo(access, caller, "witness", law, signed);
    await getProposalRow(node.database, proposal);
    const cast = { proposal, voter, vote, ...(reference === undefined || own ? {} : { reference }) };
    const command: VoteCommand = { kind: "proposal_vote", by, vote: cast };
    return presentRecorded(node, await record(access, request, command, { key: signed.request }));
  });

  registerStage(app, { access, spine }, { since, forget: checks.forget });
}

type Checks = { readonly since: CameSince; readonly forget: () => void };

/** The way on, stage by stage. What was compared before it is compared anew. */
function registerStage(app: App, { access, spine }: Rooms, checks: Checks): void {
  const { node } = access;
  const sides = spine.zone.sides.map(({ side }) => side);
  const law = { kind: "rulebook", side: node.side };
  const answer = { params: ProposalParams, response: { 200: Recorded } };
  const moving = { ...answer, body: ProposalStageSet };
  app.post<Hash & { Body: ProposalStageSet }>(routes.proposalStage.path, { schema: moving }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "advance", law);
    const { hash: proposal } = request.params;
    const found = await fileOf(node.database, proposal);
    const check = request.body.stage === "checked" ? await checkOf(node.database, checks.since, found) : undefined;
    const command: AdvanceCommand = {
      kind: "proposal_stage",
      by: authorOf(caller),
      proposal,
      base: found.proposal.base,
      stage: request.body.stage,
      sides,
      // Nothing has come yet: there is nothing to compare, and the stage is refused.
      ...(check === undefined || check.known === 0
        ? {}
        : { check: createHash("sha256").update(JSON.stringify(check)).digest("hex") }),
    };
    const recorded = await record(access, request, command);
    checks.forget();
    return presentRecorded(node, recorded);
  });
}

/** What is said of a proposal: the words lie beside the journal, which holds their hash. */
function registerNotes(app: App, access: Access): void {
  const { node } = access;
  const law = { kind: "rulebook", side: node.side };
  const noting = { params: ProposalParams, body: ProposalNoteAdd, response: { 200: Recorded } };
  app.post<Hash & { Body: ProposalNoteAdd }>(routes.proposalNote.path, { schema: noting }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "note", law);
    const { hash: proposal } = request.params;
    await getProposalRow(node.database, proposal);
    const { about, words: text } = request.body;
    const words = createHash("sha256").update(`${proposal}\n${about}\n${text}`).digest("hex");
    const by = { ...authorOf(caller), officer: caller.officer.officer };
    const command: NoteCommand = { kind: "proposal_note", by, note: { proposal, about, words } };
    const recorded = await record(access, request, command, {
      alongside: async (tx, { body }) => {
        if (body.outcome !== "done") return;
        await tx.query("insert into words (hash, text) values ($1, $2) on conflict do nothing", [words, text]);
      },
    });
    return presentRecorded(node, recorded);
  });
}
