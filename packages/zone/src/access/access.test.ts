import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { abilities, menu } from "./abilities.ts";
import { allow } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { judge } from "./judge.ts";
import { matrix, presentMatrix } from "./matrix.ts";
import { Passage } from "./passages.ts";
import { policy, subjectKinds } from "./policy.ts";
import { type Actor, isDeviceRole, officerRoles, type Role, roles } from "./roles.ts";
import { isFounding, isSignatory } from "./signatories.ts";
import type { Subject } from "./subjects.ts";

const name = fc.constantFrom("me", "you", "third");
const side = fc.constantFrom("cn", "kz");
const gate = fc.constantFrom("CN-1", "CN-2", "KZ-1");
const anyActor: fc.Arbitrary<Actor> = fc
  .record({ role: fc.constantFrom(...roles), side, officer: name, postSide: side, gate, posted: fc.boolean() })
  .map(({ role, side, officer, postSide, gate, posted }) => ({
    role,
    side,
    ...(isDeviceRole(role) ? {} : { officer }),
    ...(posted ? { post: { device: "d1", side: postSide, gate, lane: "L1" } } : {}),
  }));
const anyQuestion = fc.constantFrom(
  ...subjectKinds.flatMap(({ kind, verbs }) => verbs.map((verb) => ({ kind, verb }))),
);
const anySubject: fc.Arbitrary<Omit<Subject, "kind">> = fc.record({ side, owner: name, gate });
const anySecond = fc.record({ officer: name, role: fc.constantFrom(...officerRoles), side });

describe("the policy", () => {
  test("decides every cell of the matrix as the page beside it says", () => {
    const page = new URL("./matrix.txt", import.meta.url);
    const now = presentMatrix(matrix());
    if (process.env.TWINLINE_WRITE === "1") writeFileSync(page, now);
    assert.equal(now, readFileSync(page, "utf8"), "Run this test with TWINLINE_WRITE=1 and read the difference");
    const verbs = subjectKinds.reduce((sum, { verbs }) => sum + verbs.length, 0);
    assert.equal(matrix().length, roles.length * verbs * 2 * 2 * 3);
    assert.deepEqual(
      matrix().filter(({ ruling }) => ruling === ""),
      [],
    );
  });

  test("gives nobody anything on the other side", () => {
    assert.deepEqual(
      matrix().filter((one) => one.side === "other side" && one.ruling !== "refused"),
      [],
    );
    fc.assert(
      fc.property(anyActor, anyQuestion, anySubject, fc.option(anySecond), (actor, { kind, verb }, rest, second) => {
        fc.pre(actor.side !== rest.side);
        assert.equal(judge(actor, verb, { kind, ...rest }, second ?? undefined).kind, "refused");
      }),
    );
  });

  test("never takes one person twice, nor a second officer of the other side", () => {
    fc.assert(
      fc.property(anyActor, anyQuestion, anySubject, anySecond, (actor, { kind, verb }, rest, second) => {
        const subject = { kind, ...rest };
        fc.pre(judge(actor, verb, subject).kind === "needs-second");
        const ruling = judge(actor, verb, subject, second);
        if (second.officer === actor.officer || second.side !== actor.side) assert.equal(ruling.kind, "refused");
      }),
      { numRuns: 500 },
    );
  });

  test("takes two people for overrides, caps, keys, reopened days, mass export and destroyed persons (P26)", () => {
    const guarded = [
      "passage.override",
      "rulebook.adopt",
      "node.change_key",
      "node.reopen_day",
      "entry.export",
      "person.erase",
    ];
    for (const verb of guarded) {
      const rulings = matrix()
        .filter((one) => one.verb === verb)
        .map(({ ruling }) => ruling);
      assert.ok(
        rulings.some((ruling) => ruling.startsWith("with ")),
        verb,
      );
      assert.ok(!rulings.includes("allowed"), verb);
    }
  });

  test("lets nobody be two by the links of officers whom he added alone (P26)", () => {
    assert.deepEqual(officerRoles.filter(isSignatory), ["duty_officer", "administrator"]);
    const alone: readonly Role[] = officerRoles.filter((role) => !isSignatory(role));
    const pairs = policy.flatMap(({ role, second = [] }) => second.map((other) => [role, other] as const));
    const held: readonly Role[] = ["administrator", ...alone];
    const both = pairs.filter((pair) => pair.every((role) => held.includes(role)));
    assert.deepEqual(
      both.filter((pair) => pair.some((role) => alone.includes(role))),
      [],
    );
  });

  test("knows a zone that is being founded: nobody else was ever there who could sign", () => {
    const actor: Actor = { role: "administrator", side: "cn", officer: "me" };
    const me = { officer: "me", role: "administrator", side: "cn" } as const;
    assert.equal(isFounding(actor, [me, { ...me, officer: "you", role: "gate_officer" }]), true);
    assert.equal(isFounding(actor, [me, { ...me, officer: "you", role: "duty_officer" }]), false);
    assert.equal(isFounding(actor, [me, { ...me, officer: "you" }]), false);
    assert.equal(isFounding({ ...actor, role: "analyst" }, []), false);
  });

  test("says nothing that is never true, and only verbs that their subject knows", () => {
    for (const sentence of policy) {
      const kind = subjectKinds.find(({ kind }) => kind === sentence.kind);
      assert.ok(kind?.verbs.includes(sentence.verb), `${sentence.kind}.${sentence.verb}`);
      const cells = matrix().filter(
        (one) => one.role === sentence.role && one.verb === `${sentence.kind}.${sentence.verb}`,
      );
      assert.ok(
        cells.some(({ ruling }) => ruling !== "refused"),
        `${sentence.role} ${sentence.kind}.${sentence.verb}`,
      );
    }
    // @ts-expect-error A verb the subject does not list is a mistake the compiler finds.
    allow("gate_officer", "paint", Passage, onOwnSide);
  });

  test("refuses what it has never heard of", () => {
    const actor: Actor = { role: "administrator", side: "cn", officer: "me" };
    assert.equal(judge(actor, "list", { kind: "moon", side: "cn" }).kind, "refused");
    assert.equal(judge(actor, "toString", { kind: "officer", side: "cn" }).kind, "refused");
    assert.deepEqual(abilities(actor, { kind: "constructor", side: "cn" }), []);
  });
});

describe("abilities", () => {
  test("list exactly what a judgement would not refuse", () => {
    fc.assert(
      fc.property(anyActor, anyQuestion, anySubject, (actor, { kind, verb }, rest) => {
        const subject = { kind, ...rest };
        assert.equal(abilities(actor, subject).includes(verb), judge(actor, verb, subject).kind !== "refused");
      }),
    );
  });

  test("offer a gate officer the gate and no list of people", () => {
    const actor: Actor = {
      role: "gate_officer",
      side: "cn",
      officer: "me",
      post: { device: "d1", side: "cn", gate: "CN-1", lane: "L1" },
    };
    assert.deepEqual(abilities(actor, { kind: "passage", side: "cn", gate: "CN-1" }), Passage.verbs);
    assert.ok(!menu(actor).includes("stay.list"));
    assert.ok(!menu(actor).includes("watch_entry.list"));
  });

  test("do not let an officer without a post record, nor an automatic lane override", () => {
    assert.ok(!menu({ role: "gate_officer", side: "cn", officer: "me" }).includes("passage.record"));
    const lane: Actor = {
      role: "automatic_lane",
      side: "cn",
      post: { device: "d1", side: "cn", gate: "CN-1", lane: "L1" },
    };
    const own = ["passage.record", "passage.deliver", "passage.print"];
    assert.deepEqual(menu(lane), [...own, "reservation.report", "reservation.read"]);
    assert.deepEqual(menu({ ...lane, role: "till" }), [
      "reservation.reserve",
      "reservation.report",
      "reservation.read",
      "sale.read",
    ]);
  });
});
