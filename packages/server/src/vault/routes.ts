import { PersonErase, PersonParams, Recorded, routes } from "@twinline/api";
import type { ErasePerson } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { destroyIn } from "./erasure.ts";

/** A person's data are destroyed, by two officers (promises.md P25, P26). */
export function registerErasure(app: App, access: Access): void {
  const { node } = access;
  app.post<{ Params: { token: string }; Body: PersonErase }>(
    routes.personErase.path,
    { schema: { params: PersonParams, body: PersonErase, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      const person = request.params.token;
      const key = keyOf(request);
      const signed = { token: request.body.second, id: person, request: key, asked: request.body };
      const by = await requireTwo(access, caller, "erase", { kind: "person", side: node.side }, signed);
      const command: ErasePerson = { kind: "person_erase", by, person };
      const recorded = await record(access, request, command, {
        key,
        // NOTE: entry and destruction are one transaction: no entry says "erased" of somebody who can still be read.
        alongside: async (tx, { body }) => {
          if (body.outcome === "done") await destroyIn(tx, node.side, [person]);
        },
      });
      return presentRecorded(node, recorded);
    },
  );
}
