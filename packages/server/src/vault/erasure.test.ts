import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contentOf, routes } from "@twinline/api";
import { verifyChain } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import { makeLink } from "../access/links.ts";
import { type Doors, openDoors, type TestBrowser } from "../access/test-doors.ts";
import { originOf } from "../node.ts";
import { finishErasures } from "./erasure.ts";
import { openPersons } from "./persons.ts";

const canary = { issuer: "KZ", number: "N07654321", born: "1988-04-12", name: "KANAREIKINA AIGERIM" };

async function secondFor(doors: Doors, first: TestBrowser, act: string): Promise<string> {
  const second = await doors.enter("duty_officer");
  const code = await makeLink(doors.fresh.database, second.officer, "second", Temporal.Now.instant());
  return (await first.post(routes.secondOfficer.path, { act, content: await contentOf(act, {}), code })).json().token;
}

describe("Erasing a person (P25)", () => {
  test("takes two, destroys her key with the entry that says so, and leaves every chain whole", async () => {
    await using doors = await openDoors();
    const { node } = doors.access;
    const persons = openPersons(node);
    const { token } = await persons.tokenFor(canary);
    const duty = await doors.enter("duty_officer");
    const erase = routes.personErase.path.replace(":token", token);
    assert.equal((await duty.post(erase, {})).json().type, "access/needs-second");
    assert.equal((await duty.post(erase, { second: "A".repeat(43) })).json().type, "access/second-invalid");
    assert.equal((await persons.reveal([token])).size, 1);

    const second = await secondFor(doors, duty, `person.erase/${token}`);
    const answer = await duty.post(erase, { second });
    assert.equal(answer.json().reason, "erased", answer.body);
    assert.equal((await persons.reveal([token])).size, 0);
    assert.notEqual((await persons.tokenFor(canary)).token, token, "She is a stranger when she comes again");

    const { rows } = await doors.fresh.database.query<{ number: number; prev: string; hash: string; body: string }>(
      "select number, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash, body from entry order by number",
    );
    assert.equal(verifyChain(originOf(node), rows, sha256).holds, true);
    assert.ok(rows.some(({ body }) => body.includes(token)));
  });

  test("destroys nobody when the spine refuses, and again whom a backup brought back", async () => {
    await using doors = await openDoors();
    const { node } = doors.access;
    const persons = openPersons(node);
    const { token } = await persons.tokenFor(canary);
    await doors.fresh.owner.query(
      `insert into stay (key, visit, gate, entered_day, last_day, entered_at_ms, document, nationality)
       values ($1, '1', 'CN-1', 1, 30, 1, 'passport', 'KZ')`,
      [token],
    );
    const duty = await doors.enter("duty_officer");
    const erase = routes.personErase.path.replace(":token", token);
    const inside = await duty.post(erase, { second: await secondFor(doors, duty, `person.erase/${token}`) });
    assert.equal(inside.json().reason, "person_inside");
    assert.equal((await persons.reveal([token])).size, 1);

    const backup = await doors.fresh.owner.query<{ row: string }>(
      "select row_to_json(subject)::text as row from vault.subject",
    );
    await doors.fresh.owner.query("delete from stay");
    const erased = await duty.post(erase, { second: await secondFor(doors, duty, `person.erase/${token}`) });
    assert.equal(erased.json().reason, "erased");
    await doors.fresh.owner.query(
      "insert into vault.subject select * from json_populate_record(null::vault.subject, $1::json)",
      [backup.rows[0]!.row],
    );
    assert.equal(await finishErasures(node), 1);
    assert.equal(await finishErasures(node), 0);
  });
});

describe("Personal data (P24)", () => {
  test("of a canary person appear in no entry, no state, no log line and no answer to those who may not see them", async () => {
    await using doors = await openDoors();
    const { node } = doors.access;
    const { token } = await openPersons(node).tokenFor(canary);
    const duty = await doors.enter("duty_officer");
    const day = Temporal.Now.plainDateISO("UTC");
    const watch = { issuer: "KZ", number: canary.number, verdict: "refer", code: "missing_person" };
    const days = { from: day.toString(), until: day.add({ days: 9 }).toString() };
    await duty.post(routes.watchlistAdd.path, { ...watch, ...days });
    await duty.post(routes.watchlistAdd.path, { ...watch, ...days, code: canary.name });
    await duty.post(routes.personErase.path.replace(":token", token), { second: "A".repeat(43) });
    await duty.post(routes.personErase.path.replace(":token", canary.number), { second: "A".repeat(43) });
    await duty.get(`${routes.devices.path}?name=${encodeURIComponent(canary.name)}`);
    const { rows } = await doors.fresh.owner.query<{ name: string }>(
      "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'vault')",
    );
    const dumps = await Promise.all(
      rows.map(async ({ name }) => {
        const dump = await doors.fresh.owner.query<{ row: string }>(`select t::text as row from ${name} t`);
        return dump.rows.map(({ row }) => row).join("\n");
      }),
    );
    const everything = [...dumps, ...doors.lines].join("\n");
    assert.ok(everything.includes(token), "The search looks where the token is");
    assert.ok(doors.lines.length > 3);
    for (const word of [canary.number, "KANAREIKINA", "AIGERIM", canary.born]) {
      assert.ok(!everything.includes(word), word);
      assert.ok(!everything.includes(Buffer.from(word).toString("hex")), `${word} in hexadecimal`);
    }
  });
});
