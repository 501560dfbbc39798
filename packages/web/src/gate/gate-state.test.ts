import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PassageAnswer, PassageRequest, Verdict } from "@twinline/api";
import { actsOf, isPrimary, verdictKeys, verdictOrder } from "./actions.ts";
import { freshGate, type GateEvent, type GateState, nextGate } from "./gate-state.ts";

const request: PassageRequest = { direction: "in", gate: "CN-1", lane: "1", document: { mrz: ["P<"] } };
const item = { key: "k1", request, madeAt: "2026-04-08T06:06:00Z", state: "sent" } as const;
const goods = [{ hs: "6110", category: "c", quantity: 1, massGrams: 1, valueMinor: 1, indivisible: false }];

function answerOf(verdict: Verdict, more: Partial<PassageAnswer> = {}): PassageAnswer {
  return { verdict, may: ["print", "override"], ...more } as PassageAnswer;
}
function after(events: readonly GateEvent[], start: GateState = freshGate("in")): GateState {
  return events.reduce(nextGate, start);
}
const asked: readonly GateEvent[] = [
  { kind: "scan-began" },
  { kind: "scan-read", lines: ["P<"], document: { mrz: ["P<"] } },
  { kind: "asked", item },
];
function decided(verdict: Verdict): GateState {
  return after([...asked, { kind: "answered", key: "k1", request, answer: answerOf(verdict) }]);
}

describe("the gate's state", () => {
  test("goes from a scan over the question to the verdict", () => {
    assert.equal(after(asked).phase.kind, "asking");
    assert.equal(decided("admit").phase.kind, "decided");
  });

  test("ignores the answer to a traveller who is no longer there", () => {
    const next = after([{ kind: "answered", key: "other", request, answer: answerOf("admit") }], after(asked));
    assert.equal(next.phase.kind, "asking");
    const scanned = after(
      [{ kind: "scan-began" }, { kind: "answered", key: "k1", request, answer: answerOf("admit") }],
      after(asked),
    );
    assert.equal(scanned.phase.kind, "reading");
  });

  test("keeps the traveller on the screen when two officers decide otherwise", () => {
    const traveller = { name: "S", nationality: "KZ", documentKind: "passport", documentNumber: "N1" };
    const before = after([
      ...asked,
      { kind: "answered", key: "k1", request, answer: answerOf("refer", { traveller }) },
    ]);
    const next = after([{ kind: "overridden", answer: answerOf("admit", { overridden: true }) }], before);
    assert.ok(next.phase.kind === "decided");
    assert.equal(next.phase.answer.verdict, "admit");
    assert.deepEqual(next.phase.answer.traveller, traveller);
  });

  test("lets nothing of a traveller stay for the next scan", () => {
    const before = after(
      [
        { kind: "overriding", verdict: "refuse" },
        { kind: "turned", turned: true },
      ],
      decided("admit"),
    );
    assert.deepEqual(after([{ kind: "scan-began" }], before), { ...freshGate("in"), phase: { kind: "reading" } });
  });

  test("keeps goods that were written before the scan, and not those of a decided traveller", () => {
    const ready = after([{ kind: "goods", goods }], freshGate("out"));
    const read = after(asked.slice(0, 2), ready);
    assert.deepEqual(read.goods, goods);
    const done = after([asked[2]!, { kind: "answered", key: "k1", request, answer: answerOf("admit") }], read);
    assert.deepEqual(after([{ kind: "goods", goods: [] }], done).goods, goods);
    assert.deepEqual(after([{ kind: "scan-began" }], done).goods, []);
  });

  test("says that a scan was no document, and shows the node's problem", () => {
    assert.equal(after([{ kind: "scan-read", lines: ["690123"] }]).phase.kind, "nothing");
    const problem = { type: "document/check-digit", status: 422, title: "No" };
    assert.deepEqual(after([...asked, { kind: "problem", key: "k1", problem }]).phase, { kind: "nothing", problem });
  });
});

describe("the verdict's buttons", () => {
  test("make the primary follow the verdict, and every other one an override", () => {
    for (const verdict of verdictOrder) {
      const acts = actsOf(decided(verdict).phase);
      assert.deepEqual(
        verdictOrder.filter((one) => isPrimary(acts[one])),
        [verdict],
      );
      for (const other of verdictOrder.filter((one) => one !== verdict)) assert.equal(acts[other], "override");
    }
  });

  test("do nothing before a verdict, and offer paper alone when the node does not answer", () => {
    assert.deepEqual(actsOf(after(asked).phase), { refuse: "none", refer: "none", admit: "none" });
    const cut = after([{ kind: "troubled", key: "k1", trouble: { kind: "unreached", tries: 1 } }], after(asked));
    assert.deepEqual(actsOf(cut.phase), { refuse: "none", refer: "paper", admit: "none" });
  });

  test("offer no override to who may not, nor a second one", () => {
    const phase = (answer: PassageAnswer) => ({ kind: "decided", request, answer }) as const;
    assert.equal(actsOf(phase(answerOf("refer", { may: ["print"] }))).admit, "none");
    assert.equal(actsOf(phase(answerOf("admit", { overridden: true }))).refer, "none");
  });

  test("are never on the key that a reader sends", () => {
    assert.ok(Object.values(verdictKeys).every((key) => /^F\d+$/.test(key)));
  });
});
