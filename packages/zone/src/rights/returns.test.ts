import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { law, toyNode } from "../passages/toy-node.fixture.ts";
import { eventDesk, ToyTill } from "./model.fixture.ts";

const DAY_MS = 86_400_000;
const tomorrow = (law.day + 1) * DAY_MS;

/** A till that holds a right of 60 for somebody inside. */
function shop() {
  const node = toyNode();
  node.passage({ direction: "in" });
  const till = new ToyTill("d1");
  const number = Number(till.reserve(node, "p1", 60).number);
  const desk = eventDesk(node);
  const told = () => till.outbox.splice(0).map((event) => desk(event).reason);
  const lapse = () => {
    const command = { kind: "reservation_lapse", by: {}, reservation: number, given: till.given.get(number) };
    return node.run("reservation_lapse", command, tomorrow).reason;
  };
  const close = () => node.run("day_close", { kind: "day_close", by: {}, day: law.day }, tomorrow).reason;
  return { node, till, told, lapse, close };
}

describe("A right comes back", () => {
  test("by the till's word as far as it holds it, and no further", () => {
    const { node, till, told } = shop();
    const [right] = till.rights;
    till.release(0, 20);
    till.rights = [right!];
    till.release(0, 60);
    assert.deepEqual([told(), node.used("p1")], [["released", "over_reservation"], 40]);
  });

  test("of a closed day whose till has told every number, once", () => {
    const { node, till, told, lapse, close } = shop();
    till.sell(0, 25);
    till.last(law.day);
    const [sale] = till.outbox.splice(0, 1);
    assert.deepEqual(told(), ["last"]);
    assert.equal(lapse(), "day_open");
    assert.equal(close(), "closed");
    assert.equal(close(), "already_closed");
    assert.equal(lapse(), "numbers_missing", "The number that has not come may have spent all of it");
    till.outbox.push(sale!);
    assert.deepEqual(told(), ["sold"]);
    assert.deepEqual([lapse(), node.used("p1")], ["returned", 25]);
    assert.deepEqual([lapse(), node.used("p1")], ["nothing_held", 25]);
  });

  test("not of a till that has said nothing, however long the day is over", () => {
    const { node, lapse, close } = shop();
    close();
    assert.deepEqual([lapse(), node.used("p1")], ["numbers_missing", 60]);
  });

  test("with goods that are still inside, once", () => {
    const { node, till, told } = shop();
    till.sell(0, 25);
    assert.deepEqual([told(), node.used("p1")], [["sold"], 60]);
    till.refund(0);
    till.refund(0);
    assert.deepEqual([told(), node.used("p1")], [["refunded", "not_sold"], 35]);
  });

  test("not with goods that were carried out, until an override sends them back", () => {
    const { node, till, told } = shop();
    till.sell(0, 25);
    told();
    const covers = { visit: String(node.stay("p1")?.visit), sales: ["d1.1"] };
    const { number } = node.passage({ direction: "out", covers });
    till.refund(0);
    assert.deepEqual([told(), node.used("p1")], [["carried_out"], 60]);
    assert.equal(node.override(number, "refuse").outcome, "refuse");
    till.refund(0);
    assert.deepEqual([told(), node.used("p1")], [["refunded"], 35]);
  });
});

test("Nothing is reserved or sold of a day that is over for the till", () => {
  const { node, till, told } = shop();
  till.last(law.day);
  told();
  assert.equal(till.reserve(node, "p1", 5).reason, "day_closed");
  till.sell(0, 5);
  assert.deepEqual(told(), ["sold_after_last"]);
});

test("Nothing is reserved for somebody who is not inside, or has come in again since", () => {
  const node = toyNode();
  const till = new ToyTill("d1");
  assert.equal(till.reserve(node, "p1", 5).reason, "not_inside");
});

test("What is left of the day is what rights do not hold: at the gate, for another till, and for another basket", () => {
  const { node, till } = shop();
  assert.deepEqual(till.reserve(node, "p1", 60).held ?? till.rights[1]?.held, { used: 40 });
  assert.equal(till.reserve(node, "p1", 60).reason, "nothing_left");
  assert.equal(till.reserve(node, "p1", 60, false).outcome, "done", "A basket may be sold with its tax");
  const { decisions } = node.passage({ direction: "out", values: [10] });
  assert.deepEqual((decisions as unknown as { outputs: object }[])[0]?.outputs, {
    verdict: "admit",
    reason: "ok",
    free: 0,
  });
});
