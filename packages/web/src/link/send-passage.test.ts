import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PassageAnswer, Problem } from "@twinline/api";
import type { Reply } from "./ask.ts";
import { keep, OUTBOX_MAX, OutboxError, type OutboxItem, type OutboxPlace, viewOf } from "./outbox.ts";
import { foundBy, SENDS_MAX, type Sending, sendPassage } from "./send-passage.ts";

const item: OutboxItem = {
  key: "6f1c",
  request: { direction: "in", gate: "CN-1", lane: "1", document: { mrz: ["P<"] } },
  madeAt: "2026-04-08T06:06:00Z",
  state: "sent",
};
const answered: Reply<PassageAnswer> = { kind: "ok", value: { verdict: "admit" } as PassageAnswer };
const problem = (status: number, more: Partial<Problem> = {}): Reply<PassageAnswer> => ({
  kind: "problem",
  problem: { type: "x/y", status, title: "No", ...more },
});
const unreached: Reply<PassageAnswer> = { kind: "unreached" };

function mapPlace(): OutboxPlace & { readonly items: Map<string, OutboxItem> } {
  const items = new Map<string, OutboxItem>();
  return {
    items,
    put: async (one) => items.set(one.key, one),
    delete: async (key) => items.delete(key),
    list: async () => [...items.values()],
  };
}

function sendingOf(replies: readonly Reply<PassageAnswer>[]) {
  const outbox = mapPlace();
  const sentKeys: string[] = [];
  const pauses: number[] = [];
  const troubles: string[] = [];
  const controller = new AbortController();
  const sending: Sending = {
    outbox,
    send: async ({ key }) => {
      assert.ok(outbox.items.has(key), "the item is in the outbox before it is sent");
      sentKeys.push(key);
      return replies[Math.min(sentKeys.length, replies.length) - 1]!;
    },
    pause: async (milliseconds) => void pauses.push(milliseconds),
    onTrouble: (trouble) => void troubles.push(trouble),
    signal: controller.signal,
  };
  return { sending, outbox, sentKeys, pauses, troubles, controller };
}

describe("sending a passage", () => {
  test("asks again with the same key until the node answers, and forgets it only then", async () => {
    const { sending, outbox, sentKeys, troubles } = sendingOf([unreached, problem(503), answered]);
    const sent = await sendPassage(item, sending);
    assert.equal(sent.kind, "answered");
    assert.deepEqual(sentKeys, ["6f1c", "6f1c", "6f1c"]);
    assert.deepEqual(troubles, ["unreached", "busy"]);
    assert.equal(outbox.items.size, 0);
  });

  test("keeps the item when nobody knows what became of it", async () => {
    const { sending, outbox, sentKeys } = sendingOf([unreached]);
    assert.equal((await sendPassage(item, sending)).kind, "unknown");
    assert.equal(sentKeys.length, SENDS_MAX);
    assert.deepEqual([...outbox.items.keys()], ["6f1c"]);
  });

  test("waits as long as a busy node asks, within bounds", async () => {
    const { sending, pauses } = sendingOf([
      problem(503, { retryAfterSeconds: 2 }),
      problem(503, { retryAfterSeconds: 3600 }),
      problem(429),
      answered,
    ]);
    await sendPassage(item, sending);
    assert.deepEqual(pauses, [2_000, 5_000, 3_000]);
  });

  test("takes the node's refusal of a bad request as final: nothing was recorded", async () => {
    for (const status of [400, 401, 403, 409, 422]) {
      const { sending, outbox, sentKeys } = sendingOf([problem(status)]);
      assert.equal((await sendPassage(item, sending)).kind, "problem");
      assert.equal(sentKeys.length, 1);
      assert.equal(outbox.items.size, 0);
    }
  });

  test("stops when the officer goes on by paper, and leaves the outcome open", async () => {
    const { sending, outbox, sentKeys, controller } = sendingOf([unreached]);
    const stopping: Sending = { ...sending, pause: async () => controller.abort() };
    assert.equal((await sendPassage(item, stopping)).kind, "unknown");
    assert.equal(sentKeys.length, 1);
    assert.equal(outbox.items.size, 1);
  });
});

describe("the outbox", () => {
  test("holds its bound and not one more", async () => {
    const place = mapPlace();
    for (let n = 0; n < OUTBOX_MAX; n += 1) await keep(place, { ...item, key: String(n) });
    await assert.rejects(keep(place, { ...item, key: "one more" }), OutboxError);
    await keep(place, { ...item, key: "0", state: "paper" });
    assert.equal(place.items.size, OUTBOX_MAX);
  });

  test("tells how many outcomes are open and since when", () => {
    assert.deepEqual(viewOf([]), { count: 0 });
    const later = { ...item, key: "b", madeAt: "2026-04-08T06:07:00Z" };
    assert.deepEqual(viewOf([later, item]), { count: 2, oldest: item.madeAt });
  });

  test("tells an answer, an absence and silence apart when it enquires", () => {
    assert.equal(foundBy(answered).kind, "answered");
    assert.equal(foundBy(problem(404)).kind, "absent");
    assert.equal(foundBy(problem(503)).kind, "unknown");
    assert.equal(foundBy(unreached).kind, "unknown");
  });
});
