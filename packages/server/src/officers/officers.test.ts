import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { contentOf, type OfficerList, routes } from "@twinline/api";
import { makeLink } from "../access/links.ts";
import { openDoors, TestBrowser } from "../access/test-doors.ts";
import { demoOfficers } from "./demonstration.ts";
import { firstSignIn } from "./first-officer.ts";

const secretOf = (path: string) => path.split("#link=")[1] ?? "";

describe("A fresh zone", () => {
  test("opens by one link, whose latest copy alone works, until somebody has a passkey", async () => {
    await using doors = await openDoors({ demo: false });
    const first = await firstSignIn(doors.access);
    const second = await firstSignIn(doors.access);
    assert.match(first ?? "", /^\/console\/#link=[A-Za-z0-9_-]{43}$/);
    const use = (path: string | undefined) =>
      new TestBrowser(doors.app).post(routes.sessionLink.path, { token: secretOf(path ?? "") });
    assert.equal((await use(first)).statusCode, 401);
    const session = await use(second);
    assert.equal(session.json().officer.role, "administrator");
    assert.equal(session.json().officer.number, "0001");
    await doors.fresh.owner.query(
      "insert into passkey (key, credential, officer, public_key, active) values ('c', 'c', 'o', 'p', true)",
    );
    assert.equal(await firstSignIn(doors.access), undefined);
    const { count } = await doors.fresh.database.query("select 1 from officer");
    assert.equal(count, 1);
  });

  test("in a demonstration has a cast to play, with links and codes, and only there", async () => {
    await using doors = await openDoors();
    const officers = await demoOfficers(doors.access);
    const again = await demoOfficers(doors.access);
    assert.equal(new Set(again.map(({ role }) => role)).size, 5);
    assert.deepEqual(
      again.map(({ number }) => number),
      officers.map(({ number }) => number),
    );
    const browser = new TestBrowser(doors.app);
    const gate = again.find(({ role }) => role === "gate_officer");
    assert.equal((await browser.post(routes.sessionLink.path, { token: secretOf(gate!.path) })).statusCode, 200);
    await using real = await openDoors({ demo: false });
    await assert.rejects(demoOfficers(real.access), /not a demonstration/);
  });
});

describe("The roll", () => {
  test("takes officers by invitation, each badge once, and shows what may be done with each", async () => {
    await using doors = await openDoors();
    const administrator = await doors.enter("administrator", "0100");
    const key = { "idempotency-key": randomUUID() };
    const added = await administrator.post(routes.officerAdd.path, { number: "0417", role: "gate_officer" }, key);
    assert.equal(added.json().outcome, "done", added.body);
    const repeated = (
      await administrator.post(routes.officerAdd.path, { number: "0417", role: "gate_officer" }, key)
    ).json();
    assert.equal(repeated.officer, added.json().officer);
    assert.equal(repeated.receipt.number, added.json().receipt.number);
    assert.equal(repeated.invitation, undefined);
    const twice = await administrator.post(routes.officerAdd.path, { number: "0417", role: "analyst" });
    assert.equal(twice.json().reason, "badge_taken");
    assert.equal(twice.json().invitation, undefined);

    const guest = new TestBrowser(doors.app);
    const token = secretOf(added.json().invitation.path);
    assert.equal((await guest.post(routes.sessionLink.path, { token })).json().officer.number, "0417");
    const list: OfficerList = (await administrator.get(routes.officers.path)).json();
    const own = list.rows.find(({ number }) => number === "0100");
    const other = list.rows.find(({ number }) => number === "0417");
    assert.ok(other?.may.includes("revoke"));
    assert.ok(!own?.may.includes("revoke"), "Nobody revokes himself");
  });

  test("gives another link by two hands only, and records who gave it: its holder is that officer", async () => {
    await using doors = await openDoors();
    const administrator = await doors.enter("administrator");
    const duty = await doors.enter("duty_officer");
    const { database } = doors.fresh;
    const path = routes.officerInvite.path.replace(":id", duty.officer);
    assert.equal((await administrator.post(path, {})).json().type, "access/needs-second");
    assert.equal((await duty.post(path, {})).json().type, "access/not-allowed");
    const act = `officer.invite/${duty.officer}`;
    const content = await contentOf(act, {});
    const code = await makeLink(database, duty.officer, "second", Temporal.Now.instant());
    const { token } = (await administrator.post(routes.secondOfficer.path, { act, content, code })).json();
    const other = path.replace(duty.officer, `o_${"A".repeat(22)}`);
    assert.equal((await administrator.post(other, { second: token })).json().type, "access/second-invalid");
    const key = { "idempotency-key": randomUUID() };
    const invited = await administrator.post(path, { second: token }, key);
    assert.deepEqual([invited.json().outcome, invited.json().reason], ["done", "invited"], invited.body);
    assert.match(invited.json().invitation.path, /#link=/);
    assert.equal((await administrator.post(path, { second: token }, key)).json().invitation, undefined);
    const { rows } = await database.query<{ body: string }>("select body from entry where kind = 'officer_invite'");
    const [{ officer, by }] = rows.map(({ body }) => JSON.parse(body)) as [{ officer: string; by: object }];
    assert.deepEqual([rows.length, officer], [1, duty.officer]);
    assert.deepEqual(by, { officer: administrator.officer, second: duty.officer, confirmed: content });
  });

  test("takes whoever may be one of two by two hands only, but for the first one of a fresh zone", async () => {
    await using doors = await openDoors();
    const administrator = await doors.enter("administrator");
    const add = async (number: string, role: string) =>
      (await administrator.post(routes.officerAdd.path, { number, role })).json();
    const forTwo = async () => (await administrator.get(routes.officers.path)).json().forTwo;
    assert.equal((await add("0501", "gate_officer")).outcome, "done");
    assert.deepEqual(await forTwo(), [], "Nobody else is there who could sign");
    const first = await add("0201", "duty_officer");
    assert.equal(first.outcome, "done");
    assert.deepEqual(await forTwo(), ["duty_officer", "administrator"]);
    assert.equal((await add("0202", "duty_officer")).type, "access/needs-second");
    const revoke = (id: string) => administrator.post(routes.officerRevoke.path.replace(":id", id));
    await revoke(first.officer);
    const second = await add("0203", "duty_officer");
    assert.equal(second.outcome, "done", "The first invitation was lost: she never had a key");
    await doors.fresh.owner.query(
      "insert into passkey (key, credential, officer, public_key, active) values ('c', 'c', $1, 'p', false)",
      [second.officer],
    );
    await revoke(second.officer);
    assert.equal((await add("0204", "duty_officer")).type, "access/needs-second", "Founded once, though she has gone");
    assert.equal((await add("0101", "administrator")).type, "access/needs-second");
    assert.equal((await add("0502", "customs_officer")).outcome, "done");
  });

  test("takes a further administrator by two hands only", async () => {
    await using doors = await openDoors();
    const administrator = await doors.enter("administrator");
    const duty = await doors.enter("duty_officer");
    const add = { number: "0101", role: "administrator" };
    assert.equal((await administrator.post(routes.officerAdd.path, add)).json().type, "access/needs-second");
    const code = async (officer: string) => makeLink(doors.fresh.database, officer, "second", Temporal.Now.instant());
    const act = "officer.add_signatory";
    const content = await contentOf(act, add);
    const own = await administrator.post(routes.secondOfficer.path, {
      act,
      content,
      code: await code(administrator.officer),
    });
    assert.equal(own.json().type, "access/same-person");
    const { token } = (
      await administrator.post(routes.secondOfficer.path, { act, content, code: await code(duty.officer) })
    ).json();
    const swapped = { ...add, number: "0102", second: token };
    assert.equal((await administrator.post(routes.officerAdd.path, swapped)).json().type, "access/second-invalid");
    const added = await administrator.post(routes.officerAdd.path, { ...add, second: token });
    assert.equal(added.json().outcome, "done", added.body);
    const { rows } = await doors.fresh.database.query<{ body: string }>(
      "select body from entry where kind = 'officer_add' order by number desc limit 1",
    );
    assert.deepEqual(JSON.parse(rows[0]!.body).by, {
      officer: administrator.officer,
      second: duty.officer,
      confirmed: content,
    });
  });
});
