import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "@twinline/api";
import { parseCanonical, writeCanonical } from "@twinline/journal";
import { openGate } from "../passages/test-gate.ts";

const path = routes.decision.path.replace(":zone", "khorgos").replace(":side", "cn").replace(":name", "departure");
const facts = { same_gate: true, inside: true, stay_days: 1, watch: "none", goods_value: 9500 };
const goods = { goods_class: "class_20", indivisible: false, goods_mass: "6 kg", never_exempt: false };

test("a decision is answered in canonical bytes, its decision in those of the entry", async () => {
  await using gate = await openGate();
  const { body, headers } = await gate.officer.post(path, { facts: { ...facts, ...goods } });
  assert.match(String(headers["content-type"]), /^application\/json/);
  assert.equal(body, writeCanonical(parseCanonical(body)));
  const { receipt } = JSON.parse(body);
  const stored = (await gate.officer.get(routes.entry.path.replace(":number", receipt.number))).json().body as string;
  const recorded = /"decisions":\[(.*?"rulebook":"[^"]*"\})\]/.exec(stored)?.[1];
  assert.ok(recorded && body.startsWith(`{"decision":${recorded},"reasons":[`), body.slice(0, 600));
});
