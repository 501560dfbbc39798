import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { keep, law, toyNode, toyRulebooks } from "../passages/toy-node.fixture.ts";
import { entryChanges } from "../spine/fold.ts";
import type { Row, StateKey } from "../spine/state.ts";
import { accountedFor, eventDesk, type TillEvent, ToyTill, type ToyZone } from "./model.fixture.ts";

const WORLDS = 200;
const DAY_MS = 86_400_000;
const people = ["p1", "p2"];

type Step =
  | { readonly kind: "reserve"; readonly till: number; readonly person: string; readonly value: number }
  | { readonly kind: "sell" | "release" | "refund"; readonly till: number; readonly at: number; readonly value: number }
  | { readonly kind: "deliver"; readonly till: number; readonly picks: readonly number[] }
  | { readonly kind: "exit"; readonly person: string; readonly value: number; readonly at: number }
  | { readonly kind: "restart" | "copy" | "last"; readonly till: number };

const till = fc.nat({ max: 5 });
const person = fc.constantFrom(...people);
const value = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(law.cap + 10));
const steps = (kinds: readonly Step["kind"][]) => {
  const one: { readonly [kind in Step["kind"]]?: fc.WeightedArbitrary<Step> } = {
    reserve: { weight: 4, arbitrary: fc.record({ kind: fc.constant("reserve" as const), till, person, value }) },
    sell: { weight: 5, arbitrary: fc.record({ kind: fc.constant("sell" as const), till, at: fc.nat(5), value }) },
    release: { weight: 2, arbitrary: fc.record({ kind: fc.constant("release" as const), till, at: fc.nat(5), value }) },
    refund: { weight: 2, arbitrary: fc.record({ kind: fc.constant("refund" as const), till, at: fc.nat(5), value }) },
    deliver: {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("deliver" as const),
        till,
        picks: fc.array(fc.nat(9), { maxLength: 6 }),
      }),
    },
    exit: { weight: 2, arbitrary: fc.record({ kind: fc.constant("exit" as const), person, value, at: fc.nat(9) }) },
    restart: { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const), till }) },
    copy: { weight: 1, arbitrary: fc.record({ kind: fc.constant("copy" as const), till }) },
    last: { weight: 1, arbitrary: fc.record({ kind: fc.constant("last" as const), till }) },
  };
  return fc.array(fc.oneof(...kinds.map((kind) => one[kind]!)), { minLength: 5, maxLength: 40, size: "max" });
};
const honest = ["reserve", "sell", "release", "refund", "deliver", "exit", "restart"] as const;

/** Three tills, two people inside, and the events that every till has yet to tell. */
class World {
  readonly node: ToyZone = toyNode();
  readonly desk = eventDesk(this.node);
  readonly tills = ["d1", "d2", "d3"].map((device) => new ToyTill(device));
  readonly told: TillEvent[] = [];
  boots = 1;

  constructor() {
    for (const one of people) this.node.passage({ direction: "in", person: one });
  }

  take(step: Step): void {
    if (step.kind === "exit") this.#exit(step);
    else this.#atTill(step);
  }

  #atTill(step: Exclude<Step, { kind: "exit" }>): void {
    const at = this.tills[step.till % this.tills.length]!;
    if (step.kind === "reserve") at.reserve(this.node, step.person, step.value);
    else if (step.kind === "sell") at.sell(step.at, step.value);
    else if (step.kind === "release") at.release(step.at, step.value);
    else if (step.kind === "refund") this.#refund(at, step.at);
    else if (step.kind === "deliver") for (const pick of step.picks) this.#deliver(at, pick);
    else if (step.kind === "restart") at.boot = this.#nextBoot();
    else if (step.kind === "copy") this.tills.push(at.copy(this.#nextBoot()));
    else at.last(law.day);
  }

  #nextBoot(): string {
    this.boots += 1;
    return String(this.boots);
  }

  /** A till takes goods back once, and only what is still at hand. */
  #refund(at: ToyTill, pick: number): void {
    const id = at.refund(pick);
    at.sold = at.sold.filter((one) => one.id !== id);
  }

  /** Any event of the outbox, told or not: order and repeats are the line's. A refund waits for its sale. */
  #deliver(at: ToyTill, pick: number): void {
    const event = at.outbox[pick % Math.max(1, at.outbox.length)];
    if (event === undefined || this.#isWaiting(event)) return;
    this.desk(event);
    this.told.push(event);
  }

  #isWaiting({ kind, command }: TillEvent): boolean {
    return kind === "sale_refund" && !this.node.rows.has(`sale\n${(command as { sale: string }).sale}`);
  }

  #exit({ person: who, value: carried, at }: Extract<Step, { kind: "exit" }>): void {
    const stay = this.node.stay(who);
    if (stay === undefined) return;
    const ids = [...this.node.rows.values()].filter(({ table }) => table === "sale").map(({ key }) => key);
    const sales = ids.filter((_, index) => (index + at) % 2 === 0);
    const covers = { visit: String(stay.visit), sales };
    this.node.passage({ direction: "out", person: who, values: [carried], covers });
    this.node.passage({ direction: "in", person: who });
  }

  /** Everything that waits is told, each till's in its own order; sales before what takes them back. */
  settle(): void {
    for (const one of this.tills) {
      const late = one.outbox.filter(({ kind }) => kind === "sale_refund");
      for (const event of [...one.outbox.filter(({ kind }) => kind !== "sale_refund"), ...late]) {
        if (!this.#isWaiting(event)) this.desk(event);
      }
    }
  }
}

function assertConserved(world: World): void {
  for (const who of people) {
    const used = world.node.used(who);
    assert.ok(used <= law.cap, `${who} used ${used} of ${law.cap}`);
    assert.equal(accountedFor(world.node, who).used ?? 0, used, "Held and spent is what is counted, to the unit");
  }
}

test("Rights are conserved to the unit and never exceed the cap, after every step of every world", (t) => {
  const tally = new Map<string, number>();
  fc.assert(
    fc.property(steps([...honest, "copy", "last"]), (taken) => {
      const world = new World();
      for (const step of taken) {
        world.take(step);
        assertConserved(world);
      }
      world.settle();
      assertConserved(world);
      for (const { body } of world.node.entries) {
        const what = `${body.kind} ${body.reason}`;
        tally.set(what, (tally.get(what) ?? 0) + 1);
      }
    }),
    { numRuns: WORLDS },
  );
  t.diagnostic([...tally].map(([what, times]) => `${what}: ${times}`).join(", "));
  for (const what of [
    "reserve reserved",
    "sale sold",
    "sale_release released",
    "sale_refund refunded",
    "sale number_reused",
  ])
    assert.ok((tally.get(what) ?? 0) >= WORLDS / 60, `"${what}" was tried too seldom`);
});

test("What an honest till decided by itself is never refused afterwards, whatever the order and how often it is told", () => {
  fc.assert(
    fc.property(steps(honest), (taken) => {
      const world = new World();
      for (const step of taken) world.take(step);
      world.settle();
      for (const { body } of world.node.entries) {
        if (body.kind === "sale" || body.kind === "sale_release") assert.equal(body.outcome, "done", `${body.reason}`);
        assert.equal(body.findings === undefined || body.reason === "carried_out", true, JSON.stringify(body.findings));
      }
    }),
    { numRuns: WORLDS },
  );
});

test("The order in which events arrive changes no balance", () => {
  fc.assert(
    fc.property(steps(["reserve", "sell", "release", "refund"]), fc.infiniteStream(fc.nat()), (taken, chance) => {
      const [one, other] = [new World(), new World()];
      for (const step of taken) {
        one.take(step);
        other.take(step);
      }
      one.settle();
      for (const at of other.tills) at.outbox = shuffled(at.outbox, chance);
      other.settle();
      for (const who of people) assert.deepEqual(accountedFor(one.node, who), accountedFor(other.node, who));
      assert.deepEqual(rowsOf(one, "reservation"), rowsOf(other, "reservation"));
    }),
    { numRuns: WORLDS },
  );
});

test("A disk that was copied is found as soon as both devices have told one number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.nat(1), (before, isCopyFirst, which) => {
      const world = new World();
      const [own] = world.tills;
      own!.reserve(world.node, "p1", 50);
      for (let at = 0; at < before; at += 1) own!.sell(0, 5);
      const copy = own!.copy("2");
      own!.sell(0, 5);
      if (which === 0) copy.sell(0, 5);
      else copy.release(0, 5);
      world.tills.push(copy);
      if (isCopyFirst) world.tills.reverse();
      world.settle();
      const findings = [...world.node.rows.values()].filter(({ table }) => table === "finding");
      assert.ok(findings.some(({ row }) => row.finding === "number_reused"));
      assert.equal(own!.reserve(world.node, "p1", 5).reason, "device_suspended");
      assertConserved(world);
    }),
  );
});

test("A day's rights come back once it is closed and every number of the till is there, and not before", () => {
  fc.assert(
    fc.property(steps(["reserve", "sell", "release", "deliver"]), fc.boolean(), (taken, isLost) => {
      const world = new World();
      for (const step of taken) world.take(step);
      for (const one of world.tills) one.last(law.day);
      const [lost] = isLost ? (world.tills[0]!.outbox.splice(0, 1) as TillEvent[]) : [];
      world.settle();
      world.node.run("day_close", { kind: "day_close", by: {}, day: law.day }, (law.day + 1) * DAY_MS);
      for (const one of world.tills) {
        for (const [reservation, given] of one.given) {
          const command = { kind: "reservation_lapse", by: {}, reservation, given };
          world.node.run("reservation_lapse", command, (law.day + 1) * DAY_MS);
        }
      }
      assertConserved(world);
      const open = [...world.node.rows.values()].filter(
        ({ table, row }) => table === "reservation" && row.open === true,
      );
      const isMissing = lost !== undefined && !world.told.includes(lost);
      for (const { row } of open)
        assert.ok(isMissing && row.device === "d1", "Only the till whose number is missing holds");
    }),
    { numRuns: WORLDS },
  );
});

test("Goods of a copied disk's number come back to the right that the sale was made from, and to no other", () => {
  const world = new World();
  const steps: Step[] = [
    { kind: "reserve", till: 0, person: "p2", value: 1 },
    { kind: "reserve", till: 0, person: "p1", value: 110 },
    { kind: "copy", till: 0 },
    { kind: "sell", till: 0, at: 0, value: 1 },
    { kind: "sell", till: 3, at: 3, value: 110 },
    { kind: "refund", till: 0, at: 0, value: 1 },
    { kind: "deliver", till: 3, picks: [0] },
  ];
  for (const step of steps) world.take(step);
  world.settle();
  for (const who of people) assert.ok(world.node.used(who) >= 0, `${who} has less than nothing counted`);
  assert.ok(world.node.entries.some(({ body }) => body.kind === "sale_refund" && body.reason === "sale_unknown"));
});

test("State of rights is a fold over the journal: made again from the bodies alone it is the same", () => {
  fc.assert(
    fc.property(steps([...honest, "copy", "last"]), (taken) => {
      const again = new World();
      for (const step of taken) again.take(step);
      again.settle();
      const rows = new Map<string, StateKey & { row: Row }>();
      for (const { number, body } of again.node.entries)
        for (const change of entryChanges(again.node.concepts.get(body.kind)!, body, number, toyRulebooks))
          keep(rows, change, number);
      assert.deepEqual(rows, again.node.rows);
    }),
    { numRuns: 100 },
  );
});

function rowsOf({ node }: World, table: string): readonly Row[] {
  return [...node.rows.values()].filter((one) => one.table === table).map(({ row }) => row);
}

function shuffled<T>(list: readonly T[], chance: Iterator<number>): T[] {
  const left = [...list];
  return list.map(() => left.splice(Number(chance.next().value) % left.length, 1)[0]!);
}
