import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { verifyChain } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import { type Concept, conceptTable, type World } from "@twinline/zone";
import { journalSigner } from "../entries/journal-key.ts";
import { memorySecrets } from "../secrets.ts";
import { type FreshDatabase, freshDatabase } from "../testing/template.ts";
import { foundHead } from "./head.ts";
import type { Spine } from "./spine.ts";
import { spineTables } from "./spine-tables.ts";
import { BATCH_MAX, Writer } from "./writer.ts";

const CAP = 100;
type Spend = { kind: "spend"; person: string; amount: number; poison?: boolean };

/** An allowance at its barest: refuse above the cap, else add. `poison` claims a range that the database refuses. */
const spend: Concept<Spend> = {
  kind: "spend",
  keys: ({ person }) => [{ table: "counter", key: person }],
  decide: ({ person, amount, poison = false }, state) => {
    if (amount < 0) throw new RangeError("negative");
    const fits = state.total(person) + amount <= CAP;
    return { outcome: fits ? "done" : "refused", reason: fits ? "spent" : "cap", details: { person, amount, poison } };
  },
  apply: ({ outcome, person, amount, poison }) => {
    if (outcome !== "done" || typeof person !== "string" || typeof amount !== "number") return [];
    return [{ kind: "add", key: person, amount, least: 0, most: poison === true ? -1 : CAP }];
  },
};

const origin = "twinline/test/cn";
const world: World = { origin, zone: "test", side: "cn", rulebooks: new Map(), legalDay: () => 20_000 };

async function open(fresh: FreshDatabase, options = {}) {
  const spine: Spine = {
    origin,
    concepts: conceptTable([spend]),
    tables: spineTables,
    signer: journalSigner({ zone: "test", side: "cn", secrets: memorySecrets() }),
    world: () => world,
    now: () => Temporal.Now.instant(),
  };
  await foundHead(fresh.owner, origin);
  return new Writer(fresh.database, spine, options);
}

function asking(command: Spend, key: string = randomUUID(), request: Buffer = Buffer.alloc(32, 1)) {
  return { command, key, request };
}

async function journal(fresh: FreshDatabase) {
  const { rows } = await fresh.database.query<{ number: number; prev: string; hash: string; body: string }>(
    "select number, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash, body from entry order by number",
  );
  return rows;
}

describe("The writer", () => {
  test("spends for ten hot people from sixteen clients and never passes the cap", async () => {
    await using fresh = await freshDatabase();
    const writer = await open(fresh);
    const client = async (seed: number) => {
      const answers = [];
      for (let turn = 0; turn < 40; turn += 1) {
        const person = `p${(seed * 7 + turn * 3) % 10}`;
        answers.push(await writer.ask(asking({ kind: "spend", person, amount: 1 + ((seed + turn) % 9) })));
      }
      return answers;
    };
    const answers = (await Promise.all(Array.from({ length: 16 }, (_, seed) => client(seed)))).flat();
    assert.equal(answers.length, 640);
    const { rows } = await fresh.database.query<{ key: string; value: number }>("select key, value from counter");
    for (const { key, value } of rows) {
      const spent = answers.filter(({ body }) => body.person === key && body.outcome === "done");
      assert.equal(
        value,
        spent.reduce((sum, { body }) => sum + Number(body.amount), 0),
      );
      assert.ok(value <= CAP, `${key} spent ${value}`);
    }
    assert.equal(rows.length, 10);
    const entries = await journal(fresh);
    assert.deepEqual(verifyChain(origin, entries, sha256).holds, true);
    for (const { number, hash } of answers) assert.equal(entries[number - 1]?.hash, hash);
  });

  test("answers one key sent three times at once by one entry, and refuses it for another request", async () => {
    await using fresh = await freshDatabase();
    const writer = await open(fresh);
    const one = asking({ kind: "spend", person: "p", amount: 60 });
    const [first, second, third] = await Promise.all([writer.ask(one), writer.ask(one), writer.ask(one)]);
    const later = await writer.ask(one);
    for (const again of [second, third, later]) {
      assert.deepEqual({ ...again, repeated: false }, { ...first, repeated: false });
      assert.equal(again?.repeated, true);
    }
    const other = { ...one, request: randomBytes(32) };
    await assert.rejects(writer.ask(other), { id: "request/key-reused", status: 409 });
    assert.equal((await journal(fresh)).length, 1);
  });

  test("isolates a request that the database refuses, and one whose concept throws, from their neighbours", async () => {
    await using fresh = await freshDatabase();
    const writer = await open(fresh);
    const asks = [
      asking({ kind: "spend", person: "a", amount: 5 }),
      asking({ kind: "spend", person: "b", amount: 5, poison: true }),
      asking({ kind: "spend", person: "a", amount: -1 }),
      asking({ kind: "spend", person: "a", amount: 5 }),
    ];
    const settled = await Promise.allSettled(asks.map((ask) => writer.ask(ask)));
    assert.deepEqual(
      settled.map(({ status }) => status),
      ["fulfilled", "rejected", "rejected", "fulfilled"],
    );
    assert.equal((await journal(fresh)).length, 2);
  });

  test("records refusals too", async () => {
    await using fresh = await freshDatabase();
    const writer = await open(fresh);
    const answer = await writer.ask(asking({ kind: "spend", person: "a", amount: CAP + 1 }));
    assert.equal(answer.body.outcome, "refused");
    assert.equal((await journal(fresh))[0]?.number, answer.number);
  });

  test("takes what its queue holds, tells the next one to come back, and recovers", async () => {
    await using fresh = await freshDatabase();
    const writer = await open(fresh, { queueMax: 3 });
    const sent = Array.from({ length: 4 }, () => writer.ask(asking({ kind: "spend", person: "a", amount: 1 })));
    const settled = await Promise.allSettled(sent);
    assert.deepEqual(
      settled.map(({ status }) => status),
      ["fulfilled", "fulfilled", "fulfilled", "rejected"],
    );
    await assert.rejects(sent[3]!, { id: "node/busy", status: 503, retryAfterSeconds: 1 });
    assert.equal((await writer.ask(asking({ kind: "spend", person: "a", amount: 1 }))).number, 4);
  });

  test("splits more than a batch and keeps the order of arrival", async () => {
    await using fresh = await freshDatabase();
    const writer = await open(fresh);
    const sent = Array.from({ length: BATCH_MAX + 1 }, (_, at) =>
      writer.ask(asking({ kind: "spend", person: `p${at}`, amount: 1 })),
    );
    const numbers = (await Promise.all(sent)).map(({ number }) => number);
    assert.deepEqual(
      numbers,
      Array.from({ length: BATCH_MAX + 1 }, (_, at) => at + 1),
    );
  });

  test("asks again when its connection is killed, and every answer still stands in the journal once", async () => {
    await using fresh = await freshDatabase();
    const writer = await open(fresh);
    const kill = () =>
      fresh.owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'twinline_app' and datname = $1",
        [fresh.name],
      );
    const answers = [];
    for (let round = 0; round < 15; round += 1) {
      const sent = Array.from({ length: 8 }, (_, at) =>
        writer.ask(asking({ kind: "spend", person: `p${at}`, amount: 1 })),
      );
      await kill();
      answers.push(...(await Promise.all(sent)));
    }
    const entries = await journal(fresh);
    assert.equal(entries.length, answers.length);
    assert.equal(new Set(answers.map(({ number }) => number)).size, answers.length);
    assert.equal(verifyChain(origin, entries, sha256).holds, true);
  });
});
