import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Pack, PassageRequest } from "@twinline/api";
import { calendarOf, dayNumber } from "@twinline/zone";
import { passportOf } from "../../../../../e2e/travellers.ts";
import { readLaw } from "../../../law-files.ts";
import type { JournalItem, JournalPen } from "../../link/device-journal.ts";
import type { WholePack } from "../../link/pack.ts";
import { openPack } from "./opened-pack.ts";
import { type AwayMeans, passAway } from "./pass-away.ts";
import { commitmentOf } from "./who.ts";

const { zone, rulebooks } = readLaw("khorgos");
const now = Temporal.Instant.from("2026-04-08T06:00:00Z");
const salt = "grain";
const goods = [
  { hs: "611020", category: zone.goods[0]!.code, quantity: 1, massGrams: 900, valueMinor: 90_000, indivisible: false },
];

function packOf(more: Partial<Pack> = {}): WholePack {
  return {
    version: "0".repeat(64),
    asOf: "2026-04-08T05:50:00Z",
    zone: "khorgos",
    side: "cn",
    device: { id: "d", kind: "gate", gate: "CN-1", lane: "1", last: 0, suspended: false },
    policy: "reserved-only",
    calendar: calendarOf(
      "cn",
      "Asia/Shanghai",
      dayNumber("2026-04-01") as never,
      dayNumber("2026-04-30") as never,
    ) as never,
    goods: [...zone.goods] as never,
    rights: [],
    documents: zone.documents as never,
    meters: zone.meters as never,
    watch: { salt, asOf: "2026-04-08T05:50:00Z", whole: true, rows: [] },
    stays: { whole: true, rows: [] },
    ...more,
    rulebooks: rulebooks
      .filter(({ name }) => name.startsWith("khorgos/cn/"))
      .map((rulebook) => ({ name: rulebook.name, hash: rulebook.hash, rulebook })),
  };
}

/** A gate whose disk is a list. */
function gate(pack: WholePack, more: Partial<AwayMeans> = {}) {
  const items: JournalItem[] = [];
  const pen: JournalPen = {
    place: {
      last: async () => items.at(-1)?.event.sequence ?? 0,
      add: async (item) => void items.push(item),
      put: async () => undefined,
      delete: async () => undefined,
      list: async () => items,
    },
    signer: { keyId: "k".repeat(43), sign: async () => new Uint8Array(64) },
    boot: "b".repeat(22),
    atLeast: pack.device.last,
    alone: (deed) => deed(),
  };
  const means: AwayMeans = { opened: openPack(pack), pen, listsStale: false, now, ...more };
  const ask = async (request: Partial<PassageRequest>, shown?: string) => {
    const whole: PassageRequest = {
      direction: "in",
      gate: "CN-1",
      lane: "1",
      document: { mrz: [...passportOf(7)] },
      ...request,
    };
    const outcome = await passAway(means, whole, shown);
    if (outcome.kind === "problem") throw new Error(outcome.problem.title);
    return outcome.answer;
  };
  return { items, ask, means };
}

describe("a gate without its node", () => {
  test("admits by the law of its pack, writes it down first, and knows the person again on the way out", async () => {
    const { ask, items } = gate(packOf());
    const entered = await ask({});
    assert.deepEqual([entered.verdict, entered.receipt.number, items.length], ["admit", 1, 1]);
    const again = await ask({});
    assert.notEqual(again.verdict, "admit", "who is inside does not come in a second time");
    const left = await ask({ direction: "out" }, entered.pass);
    assert.deepEqual([left.verdict, left.direction], ["admit", "out"]);
    assert.notEqual((await ask({ direction: "out" }, entered.pass)).verdict, "admit", "nobody leaves twice");
    assert.deepEqual(
      items.map(({ event }) => event.sequence),
      [1, 2, 3, 4],
    );
  });

  test("refuses and refers whom the list of its pack names, and nobody on another day", async () => {
    const who = await commitmentOf(salt, { issuer: "KZ" as never, number: "E00000007" as never });
    const watched = (verdict: "refer" | "refuse", until: string) =>
      packOf({
        watch: {
          salt,
          asOf: "2026-04-08T05:50:00Z",
          whole: true,
          rows: [{ commitment: who, verdict, from: "2026-01-01", until }],
        },
      });
    assert.equal((await gate(watched("refuse", "2026-12-31")).ask({})).verdict, "refuse");
    assert.equal((await gate(watched("refer", "2026-12-31")).ask({})).verdict, "refer");
    assert.equal((await gate(watched("refuse", "2026-04-07")).ask({})).verdict, "admit");
  });

  test("lets nobody in by itself once its lists are past their grace", async () => {
    const answer = await gate(packOf(), { listsStale: true }).ask({});
    assert.deepEqual([answer.verdict, answer.reason, answer.reasons[0]?.rule], ["refer", "lists_stale", "lists_stale"]);
    assert.equal(answer.pass, undefined);
  });

  test("assumes no stay and no allowance: without a pass, or with goods, a person decides", async () => {
    const { ask } = gate(packOf());
    const entered = await ask({});
    assert.equal((await gate(packOf()).ask({ direction: "out" })).verdict, "refer");
    const carrying = await ask({ direction: "out", goods }, entered.pass);
    assert.deepEqual([carrying.verdict, carrying.reason], ["refer", "unanswerable"]);
  });

  test("knows those of its pack by the pass they show", async () => {
    const { sha256Hex } = await import("../../link/base64url.ts");
    const pass = await sha256Hex("q7Zk3mVb9TfA2xLpW0cR5g");
    const day = dayNumber("2026-04-08");
    const row = { pass, visit: "41", gate: "CN-1", enteredDay: day - 2, lastDay: day + 20 };
    const { ask, items } = gate(packOf({ stays: { whole: true, rows: [row] } }));
    assert.equal((await ask({ direction: "out" }, "q7Zk3mVb9TfA2xLpW0cR5g")).verdict, "admit");
    assert.ok(items[0]!.event.kind === "passage" && items[0]!.event.stay?.visit === "41");
  });

  test("goes on behind the number that the node knows, and is closed where its days end", async () => {
    const { ask, items } = gate(packOf({ device: { ...packOf().device, last: 40 } }));
    await ask({});
    assert.equal(items[0]!.event.sequence, 41);
    const { means } = gate(packOf(), { now: Temporal.Instant.from("2026-05-02T06:00:00Z") });
    const request: PassageRequest = {
      direction: "in",
      gate: "CN-1",
      lane: "1",
      document: { mrz: [...passportOf(7)] },
    };
    const closed = await passAway(means, request);
    assert.ok(closed.kind === "problem" && closed.problem.type === "away/closed");
  });
});
