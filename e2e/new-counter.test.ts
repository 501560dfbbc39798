import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import {
  contentOf,
  type EntryDetail,
  type PassageAnswer,
  type Recorded,
  routes,
  type SecondAnswer,
} from "@twinline/api";
import { TEST_SOCKET } from "@twinline/server/testing";
import pg from "pg";
import { LAW, lawOfBottles } from "./bottles.ts";
import { FEN, signIn, startTestZone, type TestZone } from "./test-zone.ts";
import { traveller } from "./travellers.ts";

const drinks = (quantity: number, category = "alcohol") => ({
  hs: "2208",
  category,
  quantity,
  massGrams: 700,
  valueMinor: 100 * FEN,
  indivisible: false,
});

/** When the database of the zone was started: the runner's server, or the node's own. */
async function databaseStart({ data }: TestZone): Promise<string> {
  const host = process.env[TEST_SOCKET] ?? path.join(data, "postgres");
  const client = new pg.Client({ host, port: 5432, user: "app", database: "postgres" });
  await client.connect();
  const { rows } = await client.query<{ at: string }>("select pg_postmaster_start_time()::text as at");
  await client.end();
  return rows[0]!.at;
}

describe("Given a gate whose law counts no bottles, and travellers who took some out", () => {
  const [two, three, none, stopped] = ["N00000002", "N00000003", "N00000000", "N00000009"];
  let zone: TestZone;
  let cookie: string;
  let earlier: PassageAnswer;
  let full: PassageAnswer;

  before(async () => {
    zone = await startTestZone();
    cookie = await signIn(zone.url, await zone.token("administrator"));
    earlier = await takeOut(two, drinks(2));
    full = await takeOut(three, drinks(1), drinks(2, "food"), drinks(2));
    const answer = await zone.pass({ direction: "out", document: traveller(stopped, "STOPPED"), goods: [drinks(3)] });
    assert.equal(answer.verdict, "refer", "She never came in: her bottles stayed");
  });
  after(() => zone?.[Symbol.asyncDispose]());

  async function takeOut(number: string, ...goods: readonly ReturnType<typeof drinks>[]): Promise<PassageAnswer> {
    const document = traveller(number, "TRAVELLER");
    await zone.pass({ document });
    return await zone.pass({ document, direction: "out", goods: [...goods] });
  }

  async function post<Answer>(path: string, body: object): Promise<Answer> {
    const headers = { "content-type": "application/json", origin: zone.url, cookie, "idempotency-key": randomUUID() };
    const answer = await fetch(zone.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    assert.ok(answer.ok, await answer.clone().text());
    return (await answer.json()) as Answer;
  }

  async function entry(number: number): Promise<EntryDetail> {
    const to = routes.entry.path.replace(":number", String(number));
    return (await (await fetch(zone.url + to, { headers: { cookie } })).json()) as EntryDetail;
  }

  const told = ({ verdict, reason, decisions }: PassageAnswer) => ({
    verdict,
    reason,
    before: decisions.map(({ counters }) => counters.bottles_this_month),
  });

  test("when two officers adopt the one file with three bottles a month, then it is law while node and database run on", async () => {
    const database = await databaseStart(zone);
    const text = lawOfBottles();
    const act = `rulebook.adopt/${createHash("sha256").update(text).digest("hex")}`;
    const asked = { name: LAW, text };
    const signed = { act, content: await contentOf(act, asked), code: await zone.second("duty_officer") };
    const { token } = await post<SecondAnswer>(routes.secondOfficer.path, signed);
    const { outcome } = await post<Recorded>(routes.rulebookAdopt.path, { ...asked, second: token });
    assert.equal(outcome, "done");
    assert.equal(await databaseStart(zone), database);
  });

  test("when those come back, then what each took out before counts, line by line, and what never went out does not", async () => {
    assert.deepEqual(told(await takeOut(two, drinks(2))), { verdict: "refer", reason: "over_bottles", before: [2] });
    assert.deepEqual(told(await takeOut(three, drinks(1))), { verdict: "refer", reason: "over_bottles", before: [3] });
    assert.deepEqual(told(await takeOut(stopped, drinks(3))), { verdict: "admit", reason: "ok", before: [0] });
    assert.deepEqual(told(await takeOut(none, drinks(3))), { verdict: "admit", reason: "ok", before: [0] });
  });

  test("when a basket holds several lines, then each sees the bottles of those before it, and food is no bottle", async () => {
    const out = (...goods: readonly ReturnType<typeof drinks>[]) =>
      zone.pass({ document: traveller(two, "TRAVELLER"), direction: "out", goods: [...goods] });
    assert.deepEqual(told(await out(drinks(9, "food"), drinks(1), drinks(1))), {
      verdict: "refer",
      reason: "over_bottles",
      before: [2, 2, 3],
    });
    assert.deepEqual(told(await out(drinks(9, "food"), drinks(1))), { verdict: "admit", reason: "ok", before: [2, 2] });
    assert.deepEqual(told(await takeOut(two, drinks(1))), { verdict: "refer", reason: "over_bottles", before: [3] });
  });

  test("when an officer asks why, then the bottles are told in four languages with the entry that they were counted from", async () => {
    const refused = await takeOut(three, drinks(1));
    const { replayed, explanation } = await entry(refused.receipt.number);
    assert.equal(replayed, true);
    const words = JSON.stringify(explanation);
    const { number } = full.receipt;
    assert.match(words, new RegExp(`"bottles this month = 3: in .+?, № ${number}"`));
    for (const word of ["本月瓶数 = 3", "осы айдағы бөтелке = 3", "бутылок в этом месяце = 3"])
      assert.ok(words.includes(word), word);
    assert.equal((await entry(earlier.receipt.number)).replayed, true, "Decided by its own law, and so told");
  });
});
