import { routes, VisitorAnswer, VisitorPass, VisitorQuestion } from "@twinline/api";
import {
  counterValues,
  daysLeft,
  daysUsed,
  dayText,
  judgementOf,
  type MeterRow,
  readMeter,
  type Stay,
  tryPassage,
} from "@twinline/zone";
import { Type } from "typebox";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import type { ZoneNode } from "../node.ts";
import { passHash } from "../passages/pass-code.ts";
import { goodsOutcomes } from "../passages/present.ts";
import { presentReasons } from "../passages/reasons.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { readCounters } from "./counters.ts";
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
  const found = await findPass(node, spine, code, day);
  if (found === undefined) throw unknownPass();
  return found;
}

/** The stay of a pass's code, without its holder; undefined when nobody who holds it is inside. */
export async function findPass(
  node: ZoneNode,
  spine: OpenSpine,
  code: string,
  day: number,
): Promise<VisitorPass | undefined> {
  const { rows } = await node.database.query<
    Pick<Stay, "visit" | "gate" | "enteredDay" | "lastDay"> & { person: string }
  >(`select key as person, visit, gate, entered_day as "enteredDay", last_day as "lastDay" from stay where pass = $1`, [
    passHash(code),
  ]);
  const stay = rows[0];
  if (stay === undefined) return undefined;
  return {
    visit: stay.visit,
    gate: stay.gate,
    enteredOn: dayText(stay.enteredDay),
    lastDay: dayText(stay.lastDay),
    daysUsed: daysUsed(stay, day),
    daysMax: stay.lastDay - stay.enteredDay + 1,
    daysLeft: daysLeft(stay, day),
    meters: await metersOf(node, spine, stay.person, stay.gate, day),
  };
}

/** What is left of the day's limits for the holder, from the counters as they stand. */
async function metersOf(node: ZoneNode, spine: OpenSpine, person: string, gate: string, day: number) {
  const found: VisitorPass["meters"] = [];
  for (const [name, rows] of Object.entries(spine.zone.meters)) {
    const installed = spine.world().rulebooks.get(name);
    if (installed === undefined) continue;
    const subject = { person, gate };
    const counters = counterValues(installed, subject, day, await readCounters(node.database, installed, subject, day));
    const standing = { rulebook: name, hash: "", law: day, legal: day, facts: {}, counters, outputs: {} };
    const counted = rows.filter((row: MeterRow) => row.used in counters);
    found.push(...counted.flatMap((row) => readMeter(installed.rulebook, row, [standing], false) ?? []));
  }
  return found;
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
