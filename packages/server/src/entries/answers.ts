import { PassageAnswer, Recorded as RecordedAnswer, routes } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import { type Body, getInteger } from "@twinline/zone";
import { Type } from "typebox";
import { callerOf } from "../access/caller.ts";
import { mayOf, requireAbility } from "../access/guard.ts";
import { presentRecorded } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import { passCode } from "../passages/pass-code.ts";
import { presentPassage } from "../passages/present.ts";
import { findEntry } from "../passages/queries.ts";
import { findAnswers } from "../writer/answers.ts";
import type { Recorded } from "../writer/ask.ts";
import type { Entries } from "./routes.ts";

const KeyParams = Type.Object({
  key: Type.String({ pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" }),
});

/** What a key was answered with: how a gate that lost the answer learns whether it passed (promises.md P6). */
export function registerAnswers(app: App, { access, spine }: Entries): void {
  const { node } = access;
  const schema = { params: KeyParams, response: { 200: Type.Union([PassageAnswer, RecordedAnswer]) } };
  app.get<{ Params: { key: string } }>(routes.answer.path, { schema }, async (request) => {
    const caller = await callerOf(access, request);
    const { key } = request.params;
    const answer = (await findAnswers(node.database, [key])).get(key);
    if (answer === undefined) throw unknownKey();
    const body = parseCanonical(answer.text) as Body;
    const { number, hash, signature } = answer;
    const recorded: Recorded = { number, hash, body, signature, repeated: true };
    const subject = { kind: "passage", side: node.side, gate: String(body.gate ?? "") };
    const isPassage = (body.kind === "passage" || body.kind === "override") && body.outcome !== "refused";
    requireAbility(access, caller, "read", isPassage ? subject : { kind: "entry", side: node.side });
    if (!isPassage) return presentRecorded(node, recorded);
    const passage = body.kind === "override" ? await findEntry(node.database, getInteger(body, "passage")) : undefined;
    const may = mayOf(access, caller, subject);
    return await presentPassage(spine, recorded, { may, pass: passCode(node, key) }, passage?.body ?? body);
  });
}

function unknownKey(): RequestError {
  return new RequestError("answer/unknown", 404, "Cannot find an answer: nothing was recorded for this key", {
    texts: {
      zh: "该操作没有任何记录，可重新提交。",
      kk: "Бұл әрекет бойынша ештеңе жазылмаған. Қайта жіберуге болады.",
      ru: "По этому действию ничего не записано. Можно отправить снова.",
      en: "Nothing was recorded for this action. It can be sent again.",
    },
  });
}
