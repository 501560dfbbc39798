import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, test } from "node:test";
import { type ErasureList, routes, VISIT_FORMAT } from "@twinline/api";
import { verifyBundle } from "@twinline/journal";
import { sha256, verifySignature } from "@twinline/journal/node";
import { createApp } from "../../app.ts";
import { rebuildState } from "../../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../../passages/test-gate.ts";
import { openTill } from "../../rights/test-till.ts";
import type { SiteFile } from "../../site/files.ts";
import { registerVisitorPages } from "../pages/page-routes.ts";

const MESSAGES = new URL("../../../../web/src/messages/en.json", import.meta.url);

/** The answer page in English, as the screens' build leaves it. */
function built() {
  const all = JSON.parse(fs.readFileSync(MESSAGES, "utf8")) as Record<string, string>;
  const words = JSON.stringify(Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith("visit"))));
  const text = `<main><!--answer--></main><!--words ${words.replaceAll("-", "\\u002d").replaceAll(">", "\\u003e")}-->`;
  const file: SiteFile = { bytes: Buffer.from(text), type: "text/html", etag: '"x"', immutable: false };
  const files = new Map([["visitor/khorgos/cn/en/answer.html", file]]);
  return () => files;
}

async function openPages({ node, spine }: TestGate, burst: number = 100) {
  const lines: string[] = [];
  const site = built();
  const ownDataLimits = { burst, perSecond: 1 / 3_600, keysMax: 10 };
  const app = await createApp({
    registers: [(one) => registerVisitorPages(one, { node, spine, site, ownDataLimits })],
    site,
    log: (line) => lines.push(line),
    now: node.effects.now,
  });
  const send = (name: string, fields: Record<string, string>) =>
    app.inject({
      method: "POST",
      url: `/en/${name}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    });
  return { app, send, lines };
}

async function entryCount({ fresh }: TestGate): Promise<number> {
  return (await fresh.owner.query<{ n: number }>("select count(*)::int as n from entry")).rows[0]!.n;
}

describe("My data, by the code of a pass", () => {
  test("tells kinds and places and no name or number; asking for it records nothing", async () => {
    await using gate = await openGate();
    const { pass = "" } = await gate.pass({});
    await gate.pass({ direction: "out", goods: [] });
    const { pass: code = pass } = await gate.pass({});
    const { app, send } = await openPages(gate);
    const before = await entryCount(gate);
    const answer = await send("data", { code });
    assert.match(answer.body, /Held: date of birth.*name.*document number.*ends with 78\./s);
    assert.match(answer.body, /Unknown\. The laws we hold name no period/);
    assert.match(answer.body, /Not recorded/);
    assert.doesNotMatch(answer.body, /AKHMETOVA|N12345678|1990-05-17/);
    assert.equal(answer.headers["cache-control"], "no-store");
    assert.equal(await entryCount(gate), before);
    assert.match((await send("data", { code: "A".repeat(22) })).body, /no such pass in force/);
    assert.doesNotMatch((await app.inject({ url: `/en/data?code=${code}` })).body, /Held/, "No code in an address");
    assert.match((await send("pass", { code })).body, /The other side counts by itself.*href="\/en\/queue"/s);
    await app.close();
  });

  test("exports each entry with its reasons and a bundle that verifies, and that fails when a byte is changed", async () => {
    await using gate = await openGate();
    const { pass: code = "", receipt } = await gate.pass({});
    const other = await gate.pass({ document: { ...passport, number: "N99999999", name: "OTHER PERSON" } });
    const { app, send } = await openPages(gate);
    const answer = await send("export", { code });
    assert.match(String(answer.headers["content-disposition"]), /visit-cn\.json/);
    assert.doesNotMatch(answer.body, /AKHMETOVA|N12345678|OTHER PERSON|1990-05-17/);
    const visit = answer.json();
    assert.equal(visit.format, VISIT_FORMAT);
    assert.deepEqual(
      visit.entries.map(({ number }: { number: number }) => number),
      [receipt.number],
    );
    assert.notEqual(other.receipt.number, receipt.number);
    const [{ bundle, reasons, decisions }] = visit.entries;
    assert.ok(reasons.length > 0 && decisions.length > 0);
    const check = async (lines: readonly string[]) => {
      async function* stream() {
        yield* lines;
      }
      return await verifyBundle(stream(), { sha256, verify: verifySignature });
    };
    const good = await check(bundle);
    assert.deepEqual([good.ok, good.receipts, good.proofs], [true, 1, 1]);
    assert.equal((await check(bundle.map((line: string) => line.replace("admit", "admis")))).ok, false);
    assert.equal((await send("export", { code: "x" })).headers["content-disposition"], undefined);
    await app.close();
  });

  test("asks for deletion once, with a day to answer; an officer refuses with a reason that she reads", async () => {
    await using gate = await openGate();
    const { pass: code = "" } = await gate.pass({});
    const { app, send, lines } = await openPages(gate);
    const before = await entryCount(gate);
    assert.match((await send("erasure", { code })).body, /recorded as entry \d+/);
    await send("erasure", { code });
    assert.equal(await entryCount(gate), before + 1, "An open request is told again, not recorded again");

    const duty = await gate.enter("duty_officer");
    const list: ErasureList = (await duty.get(routes.erasureRequests.path)).json();
    const [row] = list.rows;
    assert.deepEqual([row?.name, row?.state, row?.inside, row?.late], [passport.name, "open", true, false]);
    assert.equal(list.retentionDays, undefined);
    const refuse = routes.erasureRefuse.path.replace(":token", row!.person);
    assert.equal((await duty.post(refuse, { code: "because" })).statusCode, 400);
    assert.equal((await duty.post(refuse, { code: "case_open" })).json().reason, "erasure_refused");
    assert.match((await send("data", { code })).body, /refused: a case about this visit is still open/);
    assert.equal((await gate.officer.get(routes.erasureRequests.path)).statusCode, 403);

    const { rows } = await gate.fresh.owner.query<{ body: string }>("select body from entry order by number");
    for (const secret of [passport.name, passport.number, code]) {
      assert.ok(!rows.some(({ body }) => body.includes(secret)), "journal");
      assert.ok(!lines.some((line) => line.includes(secret)), "log");
    }
    const { spine } = gate;
    const rebuilt = await rebuildState(gate.fresh.connection, { ...spine, rulebooks: spine.world().rulebooks });
    assert.equal(rebuilt.same, true, "The list is a fold over the journal");
    await app.close();
  });

  test("counts what a till sold her once, in her data, in the export and under a basket", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass: code = "" } = await gate.pass({});
    const { right } = await till.reserve({ pass: code, envelope: { valueMinor: 5_000_00, massGrams: 5_000 } });
    const line = { hs: "6109", category: "textile", quantity: 1, massGrams: 400, valueMinor: 5_000_00 };
    await till.report(await till.sale(right!, [{ ...line, indivisible: false }]));
    const { app, send } = await openPages(gate);
    assert.match((await send("data", { code })).body, /Entry \d+\. To pay when you leave: CNY\u00a00\.00/);
    const visit = (await send("export", { code })).json();
    assert.deepEqual([visit.sales.length, visit.entries.length], [1, 2]);
    const basket = await send("basket", { code, category1: "textile", value1: "4000" });
    assert.match(basket.body, /To pay: CNY\u00a0200\.00.*tills in this visit: 1, counted once/s);
    assert.match((await send("basket", { code: "x", category1: "textile", value1: "1" })).body, /no such pass/);
    await app.close();
  });

  test("after she has left, destroying her data answers the request", async () => {
    await using gate = await openGate();
    const { pass: code = "" } = await gate.pass({});
    const { app, send } = await openPages(gate);
    await send("erasure", { code });
    const duty = await gate.enter("duty_officer");
    const open: ErasureList = (await duty.get(routes.erasureRequests.path)).json();
    const { person } = open.rows[0]!;
    const erase = async () => {
      const second = await gate.second(duty, `person.erase/${person}`);
      return (await duty.post(routes.personErase.path.replace(":token", person), { second })).json().reason;
    };
    assert.equal(await erase(), "person_inside");
    await gate.pass({ direction: "out" });
    assert.match((await send("data", { code })).body, /no such pass/);
    assert.equal(await erase(), "erased");
    const closed: ErasureList = (await duty.get(routes.erasureRequests.path)).json();
    assert.deepEqual([closed.rows[0]?.state, closed.rows[0]?.name], ["erased", ""]);
    await app.close();
  });

  test("is told to wait when one address asks for too much, and no bytes break it", async () => {
    await using gate = await openGate();
    const { pass: code = "" } = await gate.pass({});
    const { app, send } = await openPages(gate, 1);
    await send("export", { code });
    assert.match((await send("export", { code })).body, /Too many questions/);
    assert.match((await send("erasure", { code })).body, /Too many questions/);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const post = (payload: string) => app.inject({ method: "POST", url: "/en/data", headers, payload });
    for (const payload of ["", "%", "code=%00", "__proto__=1&code=x", "a".repeat(20_000)])
      assert.ok([200, 413].includes((await post(payload)).statusCode), payload.slice(0, 20));
    await app.close();
  });
});
