import { DecisionAnswer, DecisionRequest, routes } from "@twinline/api";
import { writeCanonical } from "@twinline/journal";
import { firstEvent, readFacts } from "@twinline/rulebook";
import {
  type DecisionCommand,
  type DecisionRecord,
  dayNumber,
  decisionBody,
  decisionsOf,
  type Held,
  instantMs,
} from "@twinline/zone";
import { Type } from "typebox";
import type { Access } from "../access/access.ts";
import { authorOf, callerOf } from "../access/caller.ts";
import { requireAbility } from "../access/guard.ts";
import { presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import { presentReasons } from "../passages/reasons.ts";
import type { OpenSpine } from "../spine/open-spine.ts";

const NameParams = Type.Object({
  zone: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }),
  side: Type.String({ pattern: "^[a-z]{1,10}$" }),
  name: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }),
});
type Route = { Params: { zone: string; side: string; name: string }; Body: DecisionRequest };

/** A single decision by any rulebook in force here, recorded and receipted, for systems that ask the law and nothing else. */
export function registerDecisions(app: App, { access, spine }: { access: Access; spine: OpenSpine }): void {
  const { node } = access;
  const schema = { params: NameParams, body: DecisionRequest, response: { 200: DecisionAnswer } };
  app.post<Route>(routes.decision.path, { schema }, async (request, reply) => {
    const caller = await callerOf(access, request);
    requireAbility(access, caller, "read", { kind: "rulebook", side: node.side });
    const { zone, side, name } = request.params;
    const command = readDecision(spine, `${zone}/${side}/${name}`, request.body, authorOf(caller));
    const recorded = await record(access, request, command);
    const [decision] = decisionsOf(recorded.body) as readonly [DecisionRecord];
    const { receipt } = presentRecorded(node, recorded);
    const reasons = presentReasons(await spine.shelf.fetch(decision.hash), decision);
    // Canonical bytes: those of the entry, and of `twinline decide --json`.
    const answer = writeCanonical({ receipt, decision: decisionBody(decision), reasons } as never);
    return reply.type("application/json; charset=utf-8").send(answer);
  });
}

function readDecision(
  spine: OpenSpine,
  rulebook: string,
  { facts: written, at, law }: DecisionRequest,
  by: DecisionCommand["by"],
): DecisionCommand {
  const installed = spine.world().rulebooks.get(rulebook);
  if (installed === undefined)
    throw new RequestError("rulebook/not-published", 404, `Cannot decide: no rulebook "${rulebook}" is in force here`);
  const read = readFacts(installed.rulebook, written);
  if ("findings" in read) throw notFacts(read.findings[0]!.name);
  const facts = recordable(read.facts);
  const counters = recordable(firstEvent(installed.rulebook, read.counters).counters) as DecisionCommand["counters"];
  const command = { kind: "decision", by, rulebook, facts, counters } as const;
  if (at === undefined && law === undefined) return command;
  const legal = readDay("/at", () =>
    spine.world().legalDay(at === undefined ? spine.now().epochMilliseconds : instantMs(at)),
  );
  return { ...command, days: { legal, law: law === undefined ? legal : readDay("/law", () => dayNumber(law)) } };
}

/** Values that an entry can hold: exact numbers and well-formed text. */
function recordable(values: Readonly<Record<string, unknown>>): Held {
  const held: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "boolean" || Number.isSafeInteger(value)) held[name] = value as boolean | number;
    else if (typeof value === "string" && value.isWellFormed()) held[name] = value.normalize("NFC");
    else throw notFacts(name);
  }
  return held;
}

/** A day of the request; what no calendar has, or none that is signed, is the caller's mistake. */
function readDay(field: string, read: () => number): number {
  try {
    return read();
  } catch {
    throw new RequestError(
      "request/invalid",
      400,
      `Cannot take the request: "${field}" is no day that this side knows`,
      {
        field,
      },
    );
  }
}

/** Names the fact, never its value: it may be a person's. */
function notFacts(name: string): RequestError {
  return new RequestError("decision/facts", 422, `Cannot take the facts: "${name}" is not one the rulebook can read`, {
    field: `/facts/${name}`,
    texts: {
      zh: "无法读取标出的一项，请按规则要求填写。",
      kk: "Белгіленген деректі оқу мүмкін емес. Ереже талап еткендей жазыңыз.",
      ru: "Отмеченное значение прочитать нельзя. Запишите его так, как требует правило.",
      en: "The marked value cannot be read. Write it as the rule asks.",
    },
  });
}
