import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp } from "../../app.ts";
import { openGate, type TestGate } from "../../passages/test-gate.ts";
import type { SiteFile, SiteFiles } from "../../site/files.ts";
import { registerVisitorPages } from "./page-routes.ts";

const words: Record<string, string> = {
  "visitor.source": "Source",
  "visitor.answer.why": "Why",
  "visitor.answer.law": "{title}, {day}",
  "visitor.answer.due": "Due {amount}",
  "visitor.answer.nothing": "Nothing due",
  "visitor.answer.line": "{n} {category} {tax}",
  "visitor.answer.desk": "{n} {category} desk",
  "visitor.answer.left": "{label} {left}/{cap}",
  "visitor.answer.pass": "Left {days}",
  "visitor.answer.over": "Over",
  "visitor.answer.last": "{day} {used}/{max}",
  "visitor.answer.gate": "{gate}",
  "visitor.answer.fault": "Fault",
  "visitor.answer.other": "Other side",
  "visitor.answer.other.head": "{side}",
  "visitor.answer.other.link": "Both sides",
  "visitor.answer.to-queue": "Queue",
  ...Object.fromEntries(["medium", "low", "unverified"].map((one) => [`visitor.confidence.${one}`, one])),
  ...Object.fromEntries(
    ["admit", "refer", "refuse"].flatMap((one) => [
      [`visit.verdict.in.${one}`, `in ${one}`],
      [`visit.verdict.out.${one}`, `out ${one}`],
    ]),
  ),
  ...Object.fromEntries(
    ["age", "expires", "kind", "nationality", "goods", "amount", "code", "busy"].map((one) => [
      `visitor.answer.fault.${one}`,
      `fault ${one}`,
    ]),
  ),
};

/** The screens as a build leaves them, in small. */
function built(hashes: Record<string, string>): () => SiteFiles {
  const file = (text: string): SiteFile => ({
    bytes: Buffer.from(text),
    type: "text/html",
    etag: '"x"',
    immutable: false,
  });
  const law = JSON.stringify({ hashes }).replaceAll('"', "&quot;");
  const index = file(`<meta name="law" content="${law}"><!--stale <p>old</p> --><p>page</p>`);
  const answer = file(`<main><!--answer--></main><!--words ${JSON.stringify(words)}-->`);
  const files = new Map([
    ["visitor/khorgos/cn/en/index.html", index],
    ["visitor/khorgos/cn/en/answer.html", answer],
  ]);
  return () => files;
}

/** Questions that one address may ask at once, here; afterwards one an hour. */
const QUESTIONS = 20;

async function openPages(gate: TestGate, hashes: Record<string, string> = {}) {
  const site = built(hashes);
  const { node, spine } = gate;
  const limits = { burst: QUESTIONS, perSecond: 1 / 3_600, keysMax: 10 };
  const app = await createApp({
    registers: [(one) => registerVisitorPages(one, { node, spine, site, limits })],
    site,
    log: () => {},
    now: node.effects.now,
  });
  return { app, ask: async (path: string) => (await app.inject({ url: path })).body };
}

test("A plain form is answered by a page that the rules decided, and nothing is recorded", async () => {
  await using gate = await openGate();
  const { app, ask } = await openPages(gate);
  const count = async () =>
    (await gate.fresh.owner.query<{ n: number }>("select count(*)::int as n from entry")).rows[0]!.n;
  const before = await count();
  const check = (more: string) => ask(`/en/check?nationality=KZ&kind=passport&age=34&${more}`);
  assert.match(await check("expires=2090-01-01"), /data-verdict="admit".*in admit.*30 days/s);
  assert.match(await check("expires=2020-01-01"), /data-verdict="refuse"/);
  assert.match(await check(""), /data-verdict="refer"/, "no expiry is not a year of validity");
  assert.match(await ask("/en/check?nationality=KZ&kind=birth_certificate&age=9&guardian=yes"), /in admit/);
  assert.match(await ask("/en/check?nationality=KZ&kind=birth_certificate&age=9"), /in refer/);
  const basket = await ask("/en/basket?category1=textile&value1=9500&category3=watch&value3=100,50&used=0");
  assert.match(basket, /Due CNY\u00a0320\.10.*1 clothing and textiles CNY\u00a0300\.00.*2 watches CNY\u00a020\.10/s);
  assert.match(basket, /CNY\u00a00\.00\/CNY\u00a08,000\.00/);
  assert.match(await ask("/en/basket?category1=book&value1=100&used=7900"), /Nothing due/);
  assert.equal(await count(), before);
  await app.close();
});

test("What a form cannot mean is said in words, and never breaks the page", async () => {
  await using gate = await openGate();
  const { app, ask } = await openPages(gate);
  const fault = async (path: string) => /fault (\w+)/.exec(await ask(path))?.[1];
  assert.equal(await fault("/en/check"), "kind");
  assert.equal(await fault("/en/check?kind=library_card&nationality=KZ&age=3"), "kind");
  assert.equal(await fault("/en/check?kind=passport&nationality=kz&age=3"), "nationality");
  assert.equal(await fault("/en/check?kind=passport&nationality=KZ&age=131"), "age");
  assert.equal(await fault("/en/check?kind=passport&nationality=KZ&age=3&expires=2031-02-30"), "expires");
  assert.equal(await fault("/en/basket"), "goods");
  assert.equal(await fault("/en/basket?category1=book&value1=many"), "amount");
  assert.equal(await fault("/en/basket?category1=book&value1=1&used=-1"), "amount");
  assert.equal(await fault("/en/pass?code=x"), "code");
  assert.equal(await fault(`/en/pass?code=${"A".repeat(22)}`), "code");
  const script = encodeURIComponent("<script>alert(1)</script>");
  assert.doesNotMatch(await ask(`/en/check?kind=${script}&nationality=${script}&category1=${script}`), /<script>/);
  assert.equal((await app.inject({ url: "/fr/check" })).statusCode, 404);
  await app.close();
});

test("A pass shows what is left and no name; the code may come with an address before it", async () => {
  await using gate = await openGate();
  const { app, ask } = await openPages(gate);
  const { pass } = await gate.pass({});
  const page = await ask(`/en/pass?code=${encodeURIComponent(` http://gate/pass/${pass} `)}`);
  assert.match(page, /Left 29.*1\/30.*Chinese gate/s);
  assert.doesNotMatch(page, /AKHMETOVA|N12345678/);
  await app.close();
});

test("A page that was written from other rules than those in force says so, and asking too often is told to wait", async () => {
  await using gate = await openGate();
  const inForce = Object.fromEntries(
    [...gate.spine.world().rulebooks].map(([name, { rulebook }]) => [name, rulebook.hash]),
  );
  const fresh = await openPages(gate, inForce);
  assert.doesNotMatch(await fresh.ask("/en"), /old/);
  for (let asked = 0; asked < QUESTIONS; asked += 1) assert.match(await fresh.ask("/en/pass"), /fault code/);
  assert.match(await fresh.ask("/en/pass"), /fault busy/);
  await fresh.app.close();
  const old = await openPages(gate, { ...inForce, "khorgos/cn/arrival": "0" });
  assert.match(await old.ask("/en"), /<p>old<\/p>/);
  await old.app.close();
});

test("A form of the road queue that a page of another site sends is refused before anything is asked", async () => {
  await using gate = await openGate();
  const { app } = await openPages(gate);
  const send = async (name: string, headers: Record<string, string>) => {
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    return (await app.inject({ method: "POST", url: `/en/queue/${name}`, headers: form, payload: "" })).statusCode;
  };
  for (const name of ["book", "change", "cancel"]) {
    assert.equal(await send(name, { origin: "http://evil.example" }), 403, name);
    assert.equal(await send(name, { origin: "null", "sec-fetch-site": "same-site" }), 403, name);
    const own = { origin: "null", "sec-fetch-site": "same-origin" };
    assert.equal(await send(name, own), 503, "asked, though this build has no such page");
  }
  await app.close();
});
