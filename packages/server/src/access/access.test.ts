import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { routes, type Session } from "@twinline/api";
import { BADGE } from "@twinline/zone";
import { join } from "../officers/first-officer.ts";
import { cookieName } from "./cookie.ts";
import { LINK_HOURS, makeLink } from "./links.ts";
import { endSessionsOf, SESSION_HOURS_MAX, SESSION_IDLE_MINUTES, SESSIONS_OFFICER_MAX } from "./sessions.ts";
import { openDoors, TEST_ORIGIN, TestBrowser } from "./test-doors.ts";

const now = () => Temporal.Now.instant();

describe("A session", () => {
  test("is an opaque cookie that scripts cannot read and other sites cannot send, kept as a hash", async () => {
    await using doors = await openDoors();
    const officer = await join(doors.access, "0417", "gate_officer");
    const token = await makeLink(doors.fresh.database, officer, "sign-in", now());
    const browser = new TestBrowser(doors.app);
    const answer = await browser.post(routes.sessionLink.path, { token });
    assert.equal(answer.statusCode, 200);
    const set = String(answer.headers["set-cookie"]);
    assert.match(set, /^twinline-cn=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    assert.equal(cookieName({ origin: "https://gate.example" }, "kz"), "__Host-twinline-kz");
    const session: Session = (await browser.get(routes.session.path)).json();
    assert.equal(session.officer.number, "0417");
    assert.equal(session.passkey, false);
    const secret = browser.cookie?.split("=")[1] ?? "";
    const { rows } = await doors.fresh.owner.query<{ dump: string }>("select session::text as dump from session");
    assert.ok(!rows[0]!.dump.includes(secret));
  });

  test("ends after an hour without use, and at the end of the longest shift though it was used", async () => {
    await using doors = await openDoors();
    const browser = await doors.enter("duty_officer");
    doors.clock.ahead += SESSION_IDLE_MINUTES * 60 - 5;
    assert.equal((await browser.get(routes.session.path)).statusCode, 200);
    doors.clock.ahead += SESSION_IDLE_MINUTES * 60 + 1;
    assert.equal((await browser.get(routes.session.path)).statusCode, 401);

    const other = await doors.enter("duty_officer");
    for (let minutes = 0; minutes < SESSION_HOURS_MAX * 60 - 30; minutes += 30) {
      doors.clock.ahead += 30 * 60;
      assert.equal((await other.get(routes.session.path)).statusCode, 200);
    }
    doors.clock.ahead += 30 * 60;
    assert.equal((await other.get(routes.session.path)).statusCode, 401);
  });

  test("begins with a secret of the node's own, whatever cookie was planted, and ends the one before (fixation)", async () => {
    await using doors = await openDoors();
    const officer = await join(doors.access, "0417", "gate_officer");
    const planted = `twinline-cn=${"A".repeat(43)}`;
    const browser = new TestBrowser(doors.app);
    browser.cookie = planted;
    const signIn = async () =>
      browser.post(routes.sessionLink.path, { token: await makeLink(doors.fresh.database, officer, "sign-in", now()) });
    assert.equal((await signIn()).statusCode, 200);
    assert.notEqual(browser.cookie, planted);
    const first = new TestBrowser(doors.app);
    first.cookie = browser.cookie;
    assert.equal((await signIn()).statusCode, 200);
    assert.equal((await first.get(routes.session.path)).statusCode, 401, "The session before is over");
    assert.equal((await browser.get(routes.session.path)).statusCode, 200);
  });

  test("is believed by one cookie only, and ends at once when it is ended, revoked or crowded out", async () => {
    await using doors = await openDoors();
    const browser = await doors.enter("duty_officer");
    const planted = `twinline-cn=${"B".repeat(43)}`;
    for (const cookie of [`${planted}; ${browser.cookie}`, `${browser.cookie}; ${planted}`]) {
      assert.equal((await browser.get(routes.session.path, { cookie })).statusCode, 401, cookie);
    }

    const copy = new TestBrowser(doors.app);
    copy.cookie = browser.cookie;
    assert.equal((await browser.send("DELETE", routes.sessionEnd.path)).statusCode, 204);
    assert.equal((await copy.get(routes.session.path)).statusCode, 401);

    const revoked = await doors.enter("duty_officer");
    await endSessionsOf(doors.fresh.database, revoked.officer);
    assert.equal((await revoked.get(routes.session.path)).statusCode, 401);

    const officer = await join(doors.access, "0500", "analyst");
    const browsers: TestBrowser[] = [];
    for (let at = 0; at <= SESSIONS_OFFICER_MAX; at += 1) {
      doors.clock.ahead += 1;
      const one = new TestBrowser(doors.app);
      await one.post(routes.sessionLink.path, {
        token: await makeLink(doors.fresh.database, officer, "sign-in", now()),
      });
      browsers.push(one);
    }
    const codes = await Promise.all(browsers.map(async (one) => (await one.get(routes.session.path)).statusCode));
    assert.deepEqual(codes, [401, ...browsers.slice(1).map(() => 200)]);
  });

  test("writes an entry for each sign-in, with the officer's token and no name", async () => {
    await using doors = await openDoors();
    const browser = await doors.enter("duty_officer");
    const { rows } = await doors.fresh.database.query<{ body: string }>(
      "select body from entry where kind = 'sign_in'",
    );
    assert.equal(rows.length, 1);
    const body = JSON.parse(rows[0]!.body);
    assert.deepEqual(body.by, { officer: browser.officer });
    assert.equal(body.means, "link");
  });
});

describe("A request from elsewhere", () => {
  test("is refused when another page made the browser send it (CSRF), and when no page did", async () => {
    await using doors = await openDoors();
    const browser = await doors.enter("administrator");
    const body = { number: "0777", role: "gate_officer" };
    for (const origin of ["http://evil.example", "null", "https://localhost", "http://localhost:81", ""]) {
      const answer = await browser.post(routes.officerAdd.path, body, { origin });
      assert.equal(answer.statusCode, 403, origin);
      assert.equal(answer.json().type, "access/origin");
      assert.ok(answer.json().text.kk);
    }
    const form = { "content-type": "application/x-www-form-urlencoded" };
    assert.equal((await browser.post(routes.officerAdd.path, body, form)).statusCode, 415);
    const { count } = await doors.fresh.database.query(`select 1 from ${BADGE} where key = '0777'`);
    assert.equal(count, 0);
    assert.equal((await browser.post(routes.officerAdd.path, body)).statusCode, 200);
  });

  test("is refused when it names another host (DNS rebinding)", async () => {
    await using doors = await openDoors();
    const browser = await doors.enter("administrator");
    const headers = { host: "evil.example", origin: "http://evil.example" };
    assert.equal(
      (await browser.post(routes.officerAdd.path, { number: "1", role: "analyst" }, headers)).statusCode,
      403,
    );
    const link = { token: "C".repeat(43) };
    assert.equal((await browser.post(routes.sessionLink.path, link, headers)).statusCode, 403, "Also before sign-in");
    assert.equal(TEST_ORIGIN, "http://localhost");
  });
});

describe("A one-time link", () => {
  test("signs in once, also when it is used twice at the same moment", async () => {
    await using doors = await openDoors();
    const officer = await join(doors.access, "0417", "gate_officer");
    const token = await makeLink(doors.fresh.database, officer, "sign-in", now());
    const answers = await Promise.all(
      [1, 2, 3].map(() => new TestBrowser(doors.app).post(routes.sessionLink.path, { token })),
    );
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 401, 401]);
    const { count } = await doors.fresh.database.query("select 1 from entry where kind = 'sign_in'");
    assert.equal(count, 1, "Who was turned away left no entry that says otherwise");
  });

  test("is dead after its day, for another purpose, and for an officer who has gone", async () => {
    await using doors = await openDoors();
    const officer = await join(doors.access, "0417", "gate_officer");
    const late = await makeLink(doors.fresh.database, officer, "sign-in", now().subtract({ hours: LINK_HOURS }));
    const code = await makeLink(doors.fresh.database, officer, "second", now());
    for (const token of [late, code, "D".repeat(43)]) {
      const answer = await new TestBrowser(doors.app).post(routes.sessionLink.path, { token });
      assert.equal(answer.statusCode, 401);
      assert.equal(answer.json().type, "access/link");
    }
    const administrator = await doors.enter("administrator");
    const good = await makeLink(doors.fresh.database, officer, "sign-in", now());
    const revoke = routes.officerRevoke.path.replace(":id", officer);
    assert.equal((await administrator.post(revoke)).json().outcome, "done");
    assert.equal((await new TestBrowser(doors.app).post(routes.sessionLink.path, { token: good })).statusCode, 401);
  });

  test("gives no work outside a demonstration until a passkey is registered", async () => {
    await using doors = await openDoors({ demo: false });
    const administrator = await doors.enter("administrator");
    const session: Session = (await administrator.get(routes.session.path)).json();
    assert.deepEqual(session.may, ["officer.register_passkey"]);
    const answer = await administrator.post(routes.officerAdd.path, { number: "0777", role: "analyst" });
    assert.equal(answer.statusCode, 403);
    assert.equal(answer.json().type, "access/passkey-needed");
  });
});
