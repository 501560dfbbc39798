import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type EntryDetail, type EntryList, routes } from "@twinline/api";
import { hashFromHex, verifyBundle, verifyInclusion } from "@twinline/journal";
import { sha256, verifySignature } from "@twinline/journal/node";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

const entryOf = (number: number) => routes.entry.path.replace(":number", String(number));

/** Ten passages in and out, with goods and refusals. */
async function busyDay(gate: TestGate): Promise<number[]> {
  const numbers: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    const document = { ...passport, number: `N1000000${at}`, expires: at === 3 ? "2020-01-01" : "2035-01-01" };
    const goods = [
      { hs: "6109", category: "textile", quantity: 2, massGrams: 900, valueMinor: 900_000 + at, indivisible: false },
      { hs: "9101", category: "watch_high_end", quantity: 1, massGrams: 90, valueMinor: 1_200_000, indivisible: true },
    ];
    numbers.push((await gate.pass({ document })).receipt.number);
    numbers.push((await gate.pass({ document, direction: "out", goods })).receipt.number);
  }
  return numbers;
}

describe("The journal", () => {
  test("tells every decision again, byte for byte, and proves each entry against the newest checkpoint", async () => {
    await using gate = await openGate();
    const numbers = await busyDay(gate);
    const duty = await gate.enter("duty_officer");
    for (const number of numbers) {
      const detail: EntryDetail = (await duty.get(entryOf(number))).json();
      assert.equal(detail.replayed, true);
      assert.ok(detail.explanation.length > 0);
      assert.equal(detail.proof.holds, true);
      const { leafIndex: index, treeSize: size, path, root } = detail.proof;
      const proof = {
        index,
        size,
        leaf: hashFromHex(detail.row.hash),
        path: path.map(hashFromHex),
        root: hashFromHex(root),
      };
      assert.ok(verifyInclusion(proof, sha256));
    }
  });

  test("is searched by kind, verdict and time, newest first, page by page", async () => {
    await using gate = await openGate();
    const numbers = await busyDay(gate);
    const duty = await gate.enter("duty_officer");
    const search = async (query: string): Promise<EntryList> =>
      (await duty.get(`${routes.entries.path}?${query}`)).json();
    const all = await search("kind=passage&gate=CN-1");
    assert.deepEqual(
      all.rows.map(({ number }) => number),
      numbers.toReversed(),
    );
    assert.equal(all.total, numbers.length);
    const first = await search("kind=passage&limit=6");
    const rest = await search(`kind=passage&limit=6&after=${first.next}`);
    assert.deepEqual([...first.rows, ...rest.rows], all.rows);
    assert.equal(rest.next, undefined);
    const refused = await search("kind=passage&verdict=refuse");
    assert.deepEqual(
      refused.rows.map(({ reason }) => reason),
      ["document_expired"],
    );
    assert.equal((await search(`since=${all.rows[0]!.at}&until=${all.rows[0]!.at}`)).total, 0);
    for (const bad of ["since=2025-99-99T99:99:99Z", "from=1e300", "after=0", "limit=101", "kind=x'--"]) {
      assert.equal((await duty.get(`${routes.entries.path}?${bad}`)).statusCode, 400, bad);
    }
    assert.equal((await duty.get(entryOf(9_999_999))).statusCode, 404);
  });

  test("can be taken away whole by two officers and verified without a database", async () => {
    await using gate = await openGate();
    const numbers = await busyDay(gate);
    const { database } = gate.fresh;
    const { bundleLines } = await import("./bundle.ts");
    const lines: string[] = [];
    for await (const line of bundleLines(database, gate.spine, 1, numbers.at(-1)!, true)) lines.push(line.trimEnd());
    const report = await verifyBundle(lines, { sha256, verify: verifySignature, pinned: [gate.spine.signer.key] });
    assert.deepEqual(report.faults, []);
    assert.equal(report.ok, true);
    assert.equal(report.entries, numbers.at(-1));
    const edited = lines.map((line) => line.replace('\\"verdict\\":\\"refuse\\"', '\\"verdict\\":\\"admit\\"'));
    const found = await verifyBundle(edited, { sha256, verify: verifySignature, pinned: [gate.spine.signer.key] });
    assert.equal(found.ok, false);
    const duty = await gate.enter("duty_officer");
    const alone = await duty.get(`${routes.bundle.path}?first=1&last=5`);
    assert.equal(alone.json().type, "access/needs-second");
    const single = await duty.get(`${routes.bundle.path}?first=${numbers[0]}&last=${numbers[0]}`);
    assert.equal(single.statusCode, 200);
    const one = await verifyBundle(single.body.trimEnd().split("\n"), { sha256, verify: verifySignature });
    assert.deepEqual([one.ok, one.receipts, one.proofs], [true, 1, 1]);
  });

  test("signs its head as a note that anybody may fetch", async () => {
    await using gate = await openGate();
    await gate.pass({});
    const answer = await gate.officer.get(routes.checkpoint.path);
    assert.match(answer.body, /^twinline\/khorgos\/cn\n\d+\n[A-Za-z0-9+/=]{44}\n\n— twinline\/khorgos\/cn /);
  });

  test("cannot be changed by the node's own role, nor by its owner without lifting the lock", async () => {
    await using gate = await openGate();
    for (const sql of [
      "update entry set outcome = 'admit'",
      "delete from entry where number = 1",
      "truncate entry cascade",
    ]) {
      await assert.rejects(gate.fresh.database.query(sql), /permission denied/);
      await assert.rejects(gate.fresh.owner.query(sql), /append-only/);
    }
  });
});

describe("A single decision", () => {
  const path = routes.decision.path.replace(":zone", "khorgos").replace(":side", "cn").replace(":name", "departure");
  const facts = {
    inside: true,
    same_gate: true,
    stay_days: 1,
    watch: "none",
    goods_value: "9500",
    goods_class: "class_20",
    indivisible: false,
    goods_mass: "6 kg",
    never_exempt: false,
    duty_free_today: "0",
  };

  test("is recorded, receipted and told", async () => {
    await using gate = await openGate();
    const answer = await gate.officer.post(path, { facts });
    assert.equal(answer.statusCode, 200, answer.body);
    const { decision, receipt, reasons } = answer.json();
    assert.equal(decision.outputs.tax, 300_00);
    assert.equal(decision.facts.goods_value, 9_500_00);
    assert.ok(reasons.length > 0);
    const stored = await gate.officer.get(entryOf(receipt.number));
    assert.deepEqual(JSON.parse(stored.json().body).decisions, [decision]);
  });

  test("names the fact that it cannot read, and the rulebook that is not here", async () => {
    await using gate = await openGate();
    const answer = await gate.officer.post(path, { facts: { ...facts, goods_value: "much" } });
    assert.deepEqual([answer.statusCode, answer.json().field], [422, "/facts/goods_value"]);
    const absent = await gate.officer.post(path.replace("departure", "nothing"), { facts });
    assert.equal(absent.statusCode, 404);
    for (const bad of [
      { facts: { ...facts, goods_value: 1e300 } },
      { facts: { ...facts, duty_free_today: "1".repeat(60) } },
      { facts: { ...facts, goods_class: "\u0301e\ud800" } },
      { facts, at: "2025-99-99T99:99:99Z" },
      { facts, at: "1925-01-01T00:00:00Z" },
      { facts, law: "2025-02-30" },
    ]) {
      const { statusCode } = await gate.officer.post(path, bad);
      assert.ok(statusCode === 400 || statusCode === 422, `${JSON.stringify(bad)} gave ${statusCode}`);
    }
  });
});
