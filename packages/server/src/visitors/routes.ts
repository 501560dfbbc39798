import { routes, VisitorAnswer, VisitorPass, VisitorQuestion } from "@twinline/api";
import { dayText, judgementOf, readMeter, tryPassage } from "@twinline/zone";
import { Type } from "typebox";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import type { ZoneNode } from "../node.ts";
import { goodsOutcomes } from "../passages/present.ts";
import { presentReasons } from "../passages/reasons.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { findHolder } from "./holder.ts";
import { knownOf } from "./question.ts";

/** What a visitor may ask without signing in: nothing here is recorded, and nobody's name is told. */
export function registerVisitors(app: App, node: ZoneNode, spine: OpenSpine): void {
  const today = () => spine.world().legalDay(node.effects.now().epochMilliseconds);
  const asked = { querystring: VisitorQuestion, response: { 200: VisitorAnswer } };
  app.get<{ Querystring: VisitorQuestion }>(routes.visitorCheck.path, { schema: asked }, async ({ query }) =>
    answer(spine, query, gateOf(node, spine), today()),
  );
  const shown = {
    params: Type.Object({ code: Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" }) }),
    response: { 200: VisitorPass },
  };
  app.get<{ Params: { code: string } }>(routes.visitorPass.path, { schema: shown }, async ({ params }) =>
    getPass(node, spine, params.code, today()),
  );
}

/** Meters of money: what a visitor says she carried out before counts against these. */
const CURRENCY = /^[A-Z]{3}$/;

function answer(spine: OpenSpine, question: VisitorQuestion, gate: string, day: number): VisitorAnswer {
  const used = question.usedMinor ?? 0;
  const rows = Object.values(spine.zone.meters)
    .flat()
    .filter(({ unit }) => CURRENCY.test(unit));
  const counters = Object.fromEntries(rows.map((row) => [row.used, used]));
  const { installed, record } = tryPassage(spine.world(), knownOf(question, spine.zone, gate, day), counters);
  const { rulebook } = installed;
  const { verdict, reason } = judgementOf(record);
  const { stay_days_allowed: stayDays } = record.outputs;
  const meters = (spine.zone.meters[rulebook.name] ?? []).map((row) => readMeter(rulebook, row, [record], true));
  return {
    verdict,
    reason,
    reasons: presentReasons(installed, record),
    rulebook: { name: rulebook.name, title: rulebook.label, hash: rulebook.hash, law: dayText(record.law) },
    ...(typeof stayDays === "number" && verdict === "admit" ? { stayDays } : {}),
    goods: question.category === undefined ? [] : goodsOutcomes(rulebook, [record]),
    meters: meters.filter((meter) => meter !== undefined),
  };
}

async function getPass(node: ZoneNode, spine: OpenSpine, code: string, day: number): Promise<VisitorPass> {
  const found = await findHolder(node, spine, code, day);
  if (found === undefined) throw unknownPass();
  return found.pass;
}

function gateOf({ side }: ZoneNode, { zone }: OpenSpine): string {
  return zone.gates.find((gate) => gate.side === side)?.gate ?? "";
}

function unknownPass(): RequestError {
  return new RequestError("pass/unknown", 404, "Cannot find the pass: nobody who holds it is inside", {
    texts: {
      zh: "没有有效的通行记录。若已离开，通行证即失效。",
      kk: "Жарамды рұқсатнама табылмады. Шыққаннан кейін ол күшін жояды.",
      ru: "Действующий пропуск не найден. После выхода он теряет силу.",
      en: "There is no pass in force. It ends when its holder leaves.",
    },
  });
}
