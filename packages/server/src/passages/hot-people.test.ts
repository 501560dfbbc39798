import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { PassageAnswer } from "@twinline/api";
import { parseCanonical, verifyChain } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import { type Body, decisionsOf } from "@twinline/zone";
import { rebuildState } from "../entries/rebuild.ts";
import { replayEntry } from "../entries/replay.ts";
import { openGate, passport, type TestGate } from "./test-gate.ts";

const CLIENTS = 16;
const TURNS = 8;
const PEOPLE = 5;
const CAP = 8_000_00;

/** One client: passes in and out with goods for people that the others send too; every fifth request is sent three times. */
async function client(gate: TestGate, seed: number): Promise<PassageAnswer[]> {
  const answers: PassageAnswer[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const direction = (seed + turn) % 3 === 0 ? "in" : "out";
    const document = { ...passport, number: `N3000000${(seed * 7 + turn * 3) % PEOPLE}` };
    const valueMinor = 300_00 + ((seed * 31 + turn * 17) % 40) * 100_00;
    const line = {
      hs: "6109",
      category: "textile",
      quantity: 1,
      massGrams: 1,
      valueMinor,
      indivisible: turn % 4 === 0,
    };
    const goods = direction === "out" ? [line, line] : [];
    const key = randomUUID();
    const sends = turn % 5 === 0 ? 3 : 1;
    const got = await Promise.all(Array.from({ length: sends }, () => gate.pass({ direction, document, goods }, key)));
    for (const again of got) assert.deepEqual(again, got[0]);
    answers.push(got[0]!);
  }
  return answers;
}

test("Sixteen clients and five hot people: nobody carries out more than the day's allowance, and the journal proves it", async (t) => {
  await using gate = await openGate();
  const answers = (await Promise.all(Array.from({ length: CLIENTS }, (_, seed) => client(gate, seed)))).flat();
  assert.deepEqual(
    answers.filter(({ receipt }) => receipt === undefined),
    [],
    "Without faults nothing is answered but verdicts (P7)",
  );
  const { rows } = await gate.fresh.database.query<{ number: number; prev: string; hash: string; body: string }>(
    "select number, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash, body from entry order by number",
  );
  assert.equal(verifyChain(gate.spine.origin, rows, sha256).holds, true);
  for (const { receipt } of answers) assert.equal(rows[receipt.number - 1]?.hash, receipt.hash);
  assert.equal(new Set(answers.map(({ receipt }) => receipt.number)).size, answers.length, "One entry a key");

  const carried = new Map<string, number>();
  for (const { body: text } of rows) {
    const body = parseCanonical(text) as Body;
    if (body.kind !== "passage" || body.outcome !== "admit") continue;
    for (const { outputs } of decisionsOf(body)) {
      const person = String(body.person);
      carried.set(person, (carried.get(person) ?? 0) + Number(outputs.duty_free ?? 0));
      assert.ok(carried.get(person)! <= CAP, `${person} at entry after ${carried.get(person)}`);
    }
    assert.ok(await replayEntry(gate.spine.shelf, text));
  }
  assert.ok([...carried.values()].includes(CAP), "The test is gentle unless somebody reaches the cap");
  const rebuilt = await rebuildState(gate.fresh.connection, { ...gate.spine, rulebooks: gate.spine.world().rulebooks });
  assert.equal(rebuilt.same, true);
  const admitted = answers.filter(({ verdict }) => verdict === "admit").length;
  t.diagnostic(`${answers.length} passages of ${carried.size} people, ${admitted} admitted, ${rows.length} entries`);
});
