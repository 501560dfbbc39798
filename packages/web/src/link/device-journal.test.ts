import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CAPTURES_MAX, type CaptureReport, type TillEvent } from "@twinline/api";
import type { Reply } from "./ask.ts";
import {
  JournalFullError,
  type JournalItem,
  type JournalPen,
  type JournalPlace,
  sendWaiting,
  WAITING_MAX,
  writeEvent,
} from "./device-journal.ts";

const at = "2026-04-08T06:00:00Z";
const device = "k".repeat(43);
const release = (head: Pick<TillEvent, "device" | "boot" | "sequence">) => ({
  event: { ...head, at, kind: "release" as const, reservation: 5, amounts: { duty_free_today: 100 } },
});

function mapPlace(): JournalPlace & { readonly items: Map<number, JournalItem> } {
  const items = new Map<number, JournalItem>();
  return {
    items,
    last: async () => Math.max(0, ...items.keys()),
    add: async (item) => {
      if (items.has(item.event.sequence)) throw new Error("taken");
      items.set(item.event.sequence, item);
    },
    put: async (item) => void items.set(item.event.sequence, item),
    delete: async (sequence) => void items.delete(sequence),
    list: async () => [...items.values()].sort((a, b) => a.event.sequence - b.event.sequence),
  };
}

/** One deed after the other, as the lock of the browser has it. */
function inTurn(): JournalPen["alone"] {
  let last: Promise<unknown> = Promise.resolve();
  return (deed) => {
    const next = last.then(deed);
    last = next.catch(() => undefined);
    return next;
  };
}

function penOf(place: JournalPlace, atLeast = 0): JournalPen {
  const signer = { keyId: device, sign: async () => new Uint8Array(64).fill(7) };
  return { place, signer, boot: "b".repeat(22), atLeast, alone: inTurn() };
}

/** A node that has every event once, and forgets to answer when told to. */
function node() {
  const entries = new Map<number, number>();
  const state = { isLost: false, waits: new Set<number>() };
  const send = async (items: readonly JournalItem[]): Promise<Reply<CaptureReport>> => {
    assert.ok(items.length <= CAPTURES_MAX);
    const answers = items.map(({ event: { sequence } }) => {
      if (state.waits.has(sequence))
        return { device, sequence, status: "waiting" as const, reason: "later", findings: [] };
      entries.set(sequence, entries.get(sequence) ?? entries.size + 1);
      return { device, sequence, status: "recorded" as const, reason: "ok", outcome: "done", findings: [] };
    });
    return state.isLost ? { kind: "unreached" } : { kind: "ok", value: { answers, devices: [] } };
  };
  return { entries, state, send };
}

describe("the journal of a device", () => {
  test("numbers without a gap though many write at once, and behind what the node knows", async () => {
    const place = mapPlace();
    const pen = penOf(place, 7);
    const written = await Promise.all(Array.from({ length: 20 }, () => writeEvent(pen, release)));
    assert.deepEqual(
      written.map(({ event }) => event.sequence),
      Array.from({ length: 20 }, (_, index) => 8 + index),
    );
    assert.ok(written.every(({ signature }) => /^[A-Za-z0-9_-]{86}$/.test(signature)));
  });

  test("tells nobody of an event that could not be written", async () => {
    const place = { ...mapPlace(), add: async () => Promise.reject(new Error("disk full")) };
    await assert.rejects(writeEvent(penOf(place), release), /disk full/);
  });

  test("takes as many as may wait and not one more", async () => {
    const place = mapPlace();
    const pen = penOf(place);
    const { event, signature } = await writeEvent(pen, release);
    for (let sequence = 2; sequence < WAITING_MAX; sequence += 1)
      place.items.set(sequence, { event: { ...event, sequence }, signature, state: "waiting" });
    await writeEvent(pen, release);
    await assert.rejects(writeEvent(pen, release), JournalFullError);
  });

  test("loses and doubles nothing when answers are lost and batches come again", async () => {
    const place = mapPlace();
    const pen = penOf(place);
    for (let count = 0; count < CAPTURES_MAX + 5; count += 1) await writeEvent(pen, release);
    const { entries, state, send } = node();
    state.isLost = true;
    assert.equal(await sendWaiting(place, send), CAPTURES_MAX + 5);
    state.isLost = false;
    state.waits.add(3);
    assert.equal(await sendWaiting(place, send), 1);
    state.waits.clear();
    assert.equal(await sendWaiting(place, send), 0);
    assert.equal(entries.size, CAPTURES_MAX + 5);
    assert.ok([...place.items.values()].every((item) => item.state === "recorded"));
  });
});
