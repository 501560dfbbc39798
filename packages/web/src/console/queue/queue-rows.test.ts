import assert from "node:assert/strict";
import { test } from "node:test";
import type { QueueRow, QueueSlot } from "@twinline/api";
import { readBookDraft } from "./book-draft.ts";
import { pictureOf, totalOf } from "./day-picture.ts";
import { spanFrom } from "./draft.ts";
import { rowsFor } from "./queue-rows.ts";
import { readQueueSearch } from "./queue-search.ts";
import { readShiftDraft } from "./shift-draft.ts";

const row = (plate: string, more: Partial<QueueRow> = {}): QueueRow => ({
  booking: plate,
  plate,
  country: "KZ",
  vinTail: "",
  mode: "booked",
  state: "booked",
  load: "none",
  priority: "none",
  moves: 0,
  overtook: 0,
  ...more,
});
const rows = [
  row("402KZA05", { slot: "2026-04-08T02:15:00Z", ahead: 2 }),
  row("ABC123", { slot: "2026-04-08T01:00:00Z", state: "passed", mode: "live" }),
  row("400KZA05", { ahead: 10 }),
];
const plates = (search: Parameters<typeof rowsFor>[1]) => rowsFor(rows, search).map(({ plate }) => plate);

test("Rows stand in the order of their slots, who has none last; a plate is found however it is typed", () => {
  assert.deepEqual(plates({}), ["ABC123", "402KZA05", "400KZA05"]);
  assert.deepEqual(plates({ find: "40" }), ["402KZA05", "400KZA05"]);
  assert.deepEqual(plates({ find: "abc-1 23" }), ["ABC123"]);
  assert.deepEqual(plates({ mode: "live" }), ["ABC123"]);
  assert.deepEqual(plates({ state: "booked", sort: "ahead", down: true }), ["400KZA05", "402KZA05"]);
});

test("An address that means nothing is read as no filter", () => {
  assert.deepEqual(readQueueSearch({ day: "tomorrow", find: 401, sort: "colour", down: "yes" }), { find: "401" });
  assert.deepEqual(readQueueSearch({ day: "2026-04-08", sort: "plate", down: true }), {
    day: "2026-04-08",
    sort: "plate",
    down: true,
  });
});

test("The picture stacks what became of the vehicles of a slot, and is as high as its highest figure", () => {
  const slot: QueueSlot = {
    at: "2026-04-08T01:00:00Z",
    own: 4,
    peer: 2,
    closed: false,
    size: 2,
    booked: 0,
    live: 0,
    called: 0,
  };
  const { columns, top } = pictureOf([slot, { ...slot, at: "2026-04-08T02:15:00Z" }], rows);
  assert.deepEqual(
    columns.map(({ counts }) => [counts.passed, counts.booked]),
    [
      [1, 0],
      [0, 1],
    ],
  );
  assert.equal(totalOf(columns[0]!.counts), 1);
  assert.equal(top, 4);
  assert.equal(pictureOf([], rows).top, 1);
});

test("A booking names each field at fault; without a slot it is the live queue", () => {
  const draft = { plate: " 400 KZA ", country: "KZ", vin: "1m8gdm9axkp042788", chapter: "8", slot: "" };
  assert.deepEqual(readBookDraft(draft).booking, {
    plate: "400 KZA",
    country: "KZ",
    vin: "1M8GDM9AXKP042788",
    chapter: 8,
  });
  assert.deepEqual(
    [...readBookDraft({ plate: "", country: "K", vin: "I", chapter: "98", slot: "" }).faults],
    ["plate", "country", "vin", "chapter"],
  );
});

test("A shift says what it takes, and which figure is beyond its bounds", () => {
  assert.equal(readShiftDraft({ lanes: "3", staff: "5", staffPerLane: "2", perLane: "4" }).capacity, 8);
  assert.deepEqual(
    [...readShiftDraft({ lanes: "201", staff: "", staffPerLane: "0", perLane: "60" }).faults],
    ["lanes", "staff", "staffPerLane"],
  );
});

test("A span begins with the quarter of an hour that runs, by the clock of the side", () => {
  assert.deepEqual(spanFrom("2026-04-08T02:59:59Z", "Asia/Shanghai", 2), {
    from: "2026-04-08T10:45",
    until: "2026-04-08T12:45",
  });
});
