import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { type Pack, routes } from "@twinline/api";
import { openGate, passport } from "../passages/test-gate.ts";
import { openTill } from "../rights/test-till.ts";

describe("A pack", () => {
  test("tells a gate what it needs to decide by itself, and nobody's name", async () => {
    await using gate = await openGate();
    const duty = await gate.enter("duty_officer");
    const watched = {
      issuer: "KZ",
      number: "N 99-88",
      verdict: "refer",
      code: "court_order",
      from: "2026-01-01",
      until: "2030-01-01",
    };
    assert.equal((await duty.post(routes.watchlistAdd.path, watched)).statusCode, 200);
    await gate.pass({});
    const fetch = async (query = ""): Promise<Pack> => (await gate.officer.get(`${routes.pack.path}${query}`)).json();
    const pack = await fetch();
    assert.deepEqual(
      pack.rulebooks.map(({ name }) => name),
      ["khorgos/cn/arrival", "khorgos/cn/departure"],
    );
    assert.ok(pack.rulebooks.every(({ rulebook }) => rulebook !== undefined));
    assert.equal(pack.stays?.rows.length, 1);
    assert.equal(pack.watch?.rows.length, 1);
    const text = `${pack.watch!.salt}\nKZ\nN9988`;
    assert.equal(pack.watch?.rows[0]?.commitment, createHash("sha256").update(text).digest("base64url"));
    assert.ok(
      !JSON.stringify(pack).includes(passport.name.split(" ")[0]!) && !JSON.stringify(pack).includes(passport.number),
    );
    const have = await fetch(`?have=${pack.rulebooks.map(({ hash }) => hash).join(",")}`);
    assert.deepEqual(
      [have.version, have.rulebooks.every(({ rulebook }) => rulebook === undefined)],
      [pack.version, true],
    );
    const alone = gate.device();
    alone.signer = gate.officer.signer;
    assert.equal((await alone.get(routes.pack.path)).json().version, pack.version, "A gate fetches it by itself");
    assert.equal((await gate.device().get(routes.pack.path)).statusCode, 401);
    await gate.pass({ direction: "out" });
    assert.notEqual((await fetch()).version, pack.version);
  });

  test("tells a till the law of the exit, its own rights, and neither lists nor stays", async () => {
    await using gate = await openGate();
    const [till, other] = [await openTill(gate), await openTill(gate, "CN-S2")];
    const { pass } = await gate.pass({});
    const { right } = await till.reserve({ pass, envelope: { valueMinor: 3_000_00 } });
    const mine: Pack = (await till.browser.get(routes.pack.path)).json();
    assert.deepEqual(mine.rights, [right]);
    assert.deepEqual([mine.device.kind, mine.device.last, mine.policy], ["till", 0, "reserved-only"]);
    assert.deepEqual([mine.watch, mine.stays, mine.rulebooks.length], [undefined, undefined, 1]);
    const theirs: Pack = (await other.browser.get(routes.pack.path)).json();
    assert.deepEqual(theirs.rights, []);
  });
});
