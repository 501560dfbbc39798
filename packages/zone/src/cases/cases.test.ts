import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { AnyConcept, Body, Ruling } from "../spine/concept.ts";
import type { World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { caseKey, EVIDENCE_MAX, findCase, numbersIn } from "./case.ts";
import { type CaseStep, caseStep, type Step } from "./case-step.ts";
import { type OpenCase, openCase } from "./open-case.ts";

const TODAY = 20_000;
const DAY_MS = 86_400_000;
const world: World = {
  origin: "twinline/test/cn",
  zone: "test",
  side: "cn",
  rulebooks: new Map(),
  legalDay: (atMs) => Math.floor(atMs / DAY_MS),
};
const ID = "overstay-7";
const open: OpenCase = {
  kind: "case_open",
  by: { officer: "o1" },
  about: "overstay",
  person: "p1",
  evidence: [7],
  caseDays: 90,
  appealDays: 15,
};
const notice: Step = { step: "notice", means: "paper" };
const restricted: Step = { step: "finding", finding: "restricted", code: "overstay" };

/** A case on a journal of its own; entries are numbered from 1. */
function journal() {
  const state = new LoadedState([caseKey(ID)], []);
  let number = 0;
  const put = (concept: AnyConcept, command: OpenCase | CaseStep, day: number): string => {
    number += 1;
    const ruling: Ruling = concept.decide(command as never, state, world, { atMs: day * DAY_MS, number });
    const body: Body = {
      ...ruling.details,
      kind: command.kind,
      at: "",
      outcome: ruling.outcome,
      reason: ruling.reason,
    };
    state.apply(concept.apply(body, number), number);
    return ruling.reason;
  };
  return {
    open: (more: Partial<OpenCase> = {}) => put(openCase, { ...open, ...more }, TODAY),
    step: (does: Step, by: CaseStep["by"] = { officer: "o1" }, day = TODAY) =>
      put(caseStep, { kind: "case_step", by, case: ID, does }, day),
    get: () => findCase(state, ID),
  };
}

describe("A case", () => {
  test("goes from opening over notice and finding to appeal and decision, and names its steps", () => {
    const file = journal();
    assert.equal(file.open(), "opened");
    assert.equal(file.open(), "case_exists");
    assert.equal(file.step({ step: "evidence", entries: [7, 9] }), "evidence");
    assert.equal(file.step(notice), "notice");
    assert.equal(file.step(restricted, { officer: "o1", second: "o2" }), "finding");
    assert.equal(file.step({ step: "appeal", ground: "was_ill" }), "appeal");
    assert.equal(file.step({ step: "decision", decision: "lifted", code: "was_ill" }, { officer: "o3" }), "decision");
    const told = file.get();
    assert.deepEqual([told?.state, told?.decision, told?.evidence], ["decided", "lifted", "7 9"]);
    assert.deepEqual(numbersIn(told?.steps ?? ""), [1, 3, 4, 5, 6, 7]);
  });

  test("finds nothing against somebody who was not told, and restricts nobody by one officer", () => {
    const file = journal();
    file.open();
    assert.equal(file.step(restricted, { officer: "o1", second: "o2" }), "not_noticed");
    file.step(notice);
    assert.equal(file.step(restricted), "same_officer");
    assert.equal(file.step(restricted, { officer: "o1", second: "o1" }), "same_officer");
    assert.equal(file.get()?.finding, undefined);
    assert.equal(file.step({ step: "finding", finding: "nothing", code: "explained" }), "finding");
    assert.equal(file.get()?.state, "closed");
  });

  test("is judged on appeal by nobody who had a part in the finding, within the days for it", () => {
    const file = journal();
    file.open();
    file.step(notice);
    file.step(restricted, { officer: "o1", second: "o2" });
    assert.equal(file.step({ step: "appeal", ground: "x" }, { officer: "o1" }, TODAY + 16), "appeal_late");
    assert.equal(file.step({ step: "appeal", ground: "x" }, { officer: "o1" }, TODAY + 15), "appeal");
    const decision: Step = { step: "decision", decision: "upheld", code: "x" };
    assert.equal(file.step(decision, { officer: "o1" }), "same_officer");
    assert.equal(file.step(decision, { officer: "o2" }), "same_officer");
    assert.equal(file.step(decision, { officer: "o3" }), "decision");
  });

  test("takes its last step on its last day, and none after it", () => {
    const file = journal();
    file.open();
    assert.equal(file.step(notice, { officer: "o1" }, TODAY + 90), "case_expired");
    assert.equal(file.step(notice, { officer: "o1" }, TODAY + 89), "notice");
  });

  test("names so many entries and not one more", () => {
    const file = journal();
    file.open();
    const many = Array.from({ length: EVIDENCE_MAX }, (_, at) => at + 7);
    assert.equal(file.step({ step: "evidence", entries: [...many, 5_000] }), "case_full");
    assert.equal(file.step({ step: "evidence", entries: many }), "evidence");
    assert.equal(journal().open({ evidence: [...many, 5_000] }), "evidence_full");
    assert.equal(journal().open({ evidence: [] }), "evidence_full");
  });

  test("whatever is tried in whatever order, restricts only after notice, by two, and ends when decided", () => {
    const step: fc.Arbitrary<Step> = fc.constantFrom<Step>(
      notice,
      restricted,
      { step: "finding", finding: "warned", code: "x" },
      { step: "appeal", ground: "x" },
      { step: "decision", decision: "lifted", code: "x" },
      { step: "evidence", entries: [9] },
    );
    const by = fc.record({ officer: fc.constantFrom("o1", "o2"), second: fc.constantFrom("o1", "o2") });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, by), { maxLength: 12 }), (tries) => {
        const file = journal();
        file.open();
        let wasNoticed = false;
        for (const [does, who] of tries) {
          const before = file.get();
          file.step(does, who);
          const after = file.get()!;
          wasNoticed ||= after.state === "noticed";
          if (after.finding === "restricted")
            assert.ok(wasNoticed && after.second !== undefined && after.second !== after.foundBy);
          if (before?.state === "decided") assert.deepEqual(after, before);
        }
      }),
    );
  });
});
