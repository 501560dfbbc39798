import {
  BaseParams,
  Proposal,
  ProposalAdd,
  ProposalList,
  ProposalParams,
  Recorded,
  RulebookFiles,
  routes,
} from "@twinline/api";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import { keyOf, presentRecorded } from "../access/recording.ts";
import type { App } from "../app.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { faultsAsProblem, filesInForce } from "./in-force.ts";
import { getProposal, listProposals, proposeReform } from "./proposals.ts";

type Rooms = { readonly access: Access; readonly spine: OpenSpine };

/** The law as it stands here, to be read with its sources, and proposals to change it. */
export function registerLaw(app: App, { access, spine }: Rooms): void {
  const { node } = access;
  const law = { kind: "rulebook", side: node.side };

  type One = { Params: { zone: string; side: string; name: string } };
  app.get<One>(
    routes.rulebookFiles.path,
    { schema: { params: BaseParams, response: { 200: RulebookFiles } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "read", law);
      const { zone, side, name: last } = request.params;
      const name = `${zone}/${side}/${last}`;
      const { hash, files } = await filesInForce(spine, name, node.database);
      return {
        name,
        hash,
        files: [...files].map(([path, text]) => ({ path, text })),
        may: mayOf(access, caller, law),
      };
    },
  );
  registerProposals(app, { access, spine });
}

function registerProposals(app: App, { access, spine }: Rooms): void {
  const { node } = access;
  const law = { kind: "rulebook", side: node.side };

  app.get(routes.proposals.path, { schema: { response: { 200: ProposalList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "read", law);
    const books = [...spine.world().rulebooks.values()];
    const bases = books.map(({ rulebook: { name, hash, label } }) => ({ name, hash, label }));
    return { bases, rows: await listProposals(node.database), may: mayOf(access, caller, law) };
  });

  const schema = { body: ProposalAdd, response: { 200: Recorded } };
  app.post<{ Body: ProposalAdd }>(routes.proposalAdd.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "propose", law);
    const { name, text } = request.body;
    const base = /^base: ([a-z0-9/-]+)@/m.exec(text)?.[1] ?? name;
    const { files } = await filesInForce(spine, base, node.database);
    const saving = proposeReform(spine, files, { name, text }, authorOf(caller), keyOf(request));
    return presentRecorded(node, await saving.catch(faultsAsProblem));
  });

  app.get<{ Params: { hash: string } }>(
    routes.proposal.path,
    { schema: { params: ProposalParams, response: { 200: Proposal } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "read", law);
      const { hash } = request.params;
      return { hash, ...(await getProposal(node.database, hash)) };
    },
  );
}
