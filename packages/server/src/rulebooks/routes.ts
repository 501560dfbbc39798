import { createHash } from "node:crypto";
import { Recorded, RulebookAdopt, routes } from "@twinline/api";
import type { Access } from "../access/access.ts";
import { requireOfficer, requireTwo } from "../access/guard.ts";
import { keyOf, presentRecorded } from "../access/recording.ts";
import type { App } from "../app.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { registerReforms } from "./adopt-reform.ts";
import { faultsAsProblem, filesInForce } from "./in-force.ts";
import { registerLaw } from "./law-routes.ts";
import { publishRulebook } from "./publish.ts";

/** Another text of the law comes into force under two people's hands, from the next command on (promises.md P26). */
export function registerRulebooks(app: App, { access, spine }: { access: Access; spine: OpenSpine }): void {
  const { node } = access;
  registerLaw(app, { access, spine });
  registerReforms(app, { access, spine });
  const schema = { body: RulebookAdopt, response: { 200: Recorded } };
  app.post<{ Body: RulebookAdopt }>(routes.rulebookAdopt.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    const { name, text, second } = request.body;
    const key = keyOf(request);
    const subject = { kind: "rulebook", side: node.side };
    // The second officer signs for these very words: the id of the deed is the hash that the rulebook will have.
    const id = createHash("sha256").update(text).digest("hex");
    const signed = { token: second, id, request: key, asked: request.body };
    const by = await requireTwo(access, caller, "adopt", subject, signed);
    const inForce = await filesInForce(spine, name, node.database);
    const files = new Map([...inForce.files, [`${name}.yaml`, text]]);
    return presentRecorded(node, await publishRulebook(spine, name, files, by, key).catch(faultsAsProblem));
  });
}
