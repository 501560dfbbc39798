import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { keep, law, type ToyPassage, toyNode, toyRulebooks } from "../passages/toy-node.fixture.ts";
import { decideAgain } from "./decision.ts";
import { entryChanges } from "./fold.ts";
import { decisionsOf } from "./read-body.ts";
import type { Row, StateKey } from "./state.ts";

const WORLDS = 500;

type Step =
  | { readonly kind: "passage"; readonly passage: ToyPassage }
  /** `back` entries before the newest. */
  | { readonly kind: "override"; readonly back: number; readonly verdict: string };

const passageStep: fc.Arbitrary<Step> = fc
  .record({
    direction: fc.constantFrom("in" as const, "out" as const),
    person: fc.constantFrom("p1", "p1", "p2", "p3"),
    gate: fc.constantFrom("CN-1", "CN-1", "CN-1", "CN-2"),
    watch: fc.constantFrom("none" as const, "none" as const, "none" as const, "refer" as const),
    day: fc.integer({ min: law.day, max: law.day + 1 }),
    values: fc.array(fc.oneof(fc.integer({ min: 0, max: 70 }), fc.constant(law.suspicious)), { maxLength: 3 }),
  })
  .map((passage) => ({ kind: "passage", passage }));

const overrideStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("override" as const),
  back: fc.nat({ max: 3 }),
  verdict: fc.constantFrom("admit", "refuse"),
});

const steps = fc.array(fc.oneof({ arbitrary: passageStep, weight: 3 }, { arbitrary: overrideStep, weight: 1 }), {
  minLength: 5,
  maxLength: 40,
  size: "max",
});

type Node = ReturnType<typeof toyNode>;

function take(node: Node, step: Step): void {
  if (step.kind === "passage") node.passage(step.passage);
  else {
    const number = node.entries.length - step.back;
    if (node.entries[number - 1]?.body.kind === "passage") node.override(number, step.verdict);
  }
}

/** What of the allowance is used by what took place: passages let through, by the rules or by officers, and not sent back. */
function usedBy(node: Node, person: string, day: number): number {
  const verdicts = new Map(node.entries.map(({ number, body }) => [number, body.outcome]));
  for (const { body } of node.entries) {
    if (body.kind === "override" && body.outcome !== "refused") verdicts.set(Number(body.passage), body.outcome);
  }
  return node.entries
    .filter(({ number, body }) => body.kind === "passage" && body.person === person && verdicts.get(number) === "admit")
    .flatMap(({ body }) => decisionsOf(body))
    .filter(({ legal }) => legal === day)
    .reduce((sum, { outputs }) => sum + Number(outputs.free ?? 0), 0);
}

function rebuilt(node: Node): ReadonlyMap<string, StateKey & { row: Row }> {
  const rows = new Map<string, StateKey & { row: Row }>();
  for (const { number, body } of node.entries) {
    for (const change of entryChanges(node.concepts.get(body.kind)!, body, number, toyRulebooks))
      keep(rows, change, number);
  }
  return rows;
}

function assertPromises(node: Node): void {
  for (const person of ["p1", "p2", "p3"]) {
    for (const day of [law.day, law.day + 1]) {
      const used = node.used(person, day);
      assert.ok(used <= law.cap, `${person} used ${used} of ${law.cap}`);
      assert.equal(used, usedBy(node, person, day), "What is counted is what took place, to the unit");
    }
  }
}

/** What must have been tried at least once in ten worlds, or the test is too gentle to be believed. */
const tried = [
  "passage admit all",
  "passage refer facts",
  "override admit outcomes",
  "override refuse undo",
  "override refused",
];

test("The allowance is never exceeded and conserved to the unit, after every step of every world", (t) => {
  const tally = new Map<string, number>();
  fc.assert(
    fc.property(steps, (taken) => {
      const node = toyNode();
      for (const step of taken) {
        take(node, step);
        assertPromises(node);
      }
      for (const { body } of node.entries) {
        const what = [body.kind, body.outcome, body.counts ?? ""].join(" ").trim();
        tally.set(what, (tally.get(what) ?? 0) + 1);
      }
    }),
    { numRuns: WORLDS },
  );
  t.diagnostic([...tally].map(([what, times]) => `${what}: ${times}`).join(", "));
  for (const what of tried) assert.ok((tally.get(what) ?? 0) >= WORLDS / 10, `"${what}" was tried too seldom`);
});

test("State is a fold over the journal: made again from the bodies alone it is the same", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const node = toyNode();
      for (const step of taken) take(node, step);
      assert.deepEqual(rebuilt(node), node.rows);
    }),
    { numRuns: WORLDS },
  );
});

test("Every recorded decision taken again says the same", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const node = toyNode();
      for (const step of taken) take(node, step);
      for (const record of node.entries.flatMap(({ body }) => decisionsOf(body))) {
        assert.deepEqual(decideAgain(toyRulebooks.get(record.rulebook)!, record), record);
      }
    }),
    { numRuns: WORLDS },
  );
});

test("A person is inside exactly when the last movement was in", () => {
  fc.assert(
    fc.property(fc.array(passageStep, { maxLength: 30 }), (taken) => {
      const node = toyNode();
      for (const step of taken) take(node, step);
      for (const person of ["p1", "p2", "p3"]) {
        const moved = node.entries.findLast(({ body }) => body.person === person && body.outcome === "admit");
        assert.equal(node.stay(person) !== undefined, moved?.body.direction === "in");
      }
    }),
    { numRuns: WORLDS },
  );
});

test("An override moves a person only while nothing else has moved her since the passage", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const node = toyNode();
      for (const step of taken) take(node, step);
      const moves = node.entries.filter(({ body }) => body.counts === "all" || isMovingOverride(body));
      for (const { number, body } of moves.filter((one) => isMovingOverride(one.body))) {
        const between = moves.filter((one) => one.body.person === body.person && one.number < number);
        assert.ok(
          between.every((one) => one.number <= Number(body.passage)),
          `Entry ${number} overrides ${body.passage} though ${between.at(-1)?.number} moved the person since`,
        );
      }
    }),
    { numRuns: WORLDS },
  );
});

function isMovingOverride({ kind, counts }: { readonly kind: string; readonly counts?: unknown }): boolean {
  return kind === "override" && (counts === "outcomes" || counts === "undo");
}
