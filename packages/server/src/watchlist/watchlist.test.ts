import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { routes, type WatchList } from "@twinline/api";
import { openDoors } from "../access/test-doors.ts";
import { openWatched } from "../vault/watched.ts";
import { watchOfToken } from "./watchlist.ts";

const watchFor = async (
  node: Parameters<typeof openWatched>[0],
  document: { issuer: string; number: string },
  day: number,
) => watchOfToken(node.database, await openWatched(node).find(document), day);

const CANARY = "N07654321";
const today = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 86_400_000);
const dayText = (day: number) => Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString();
const add = () => ({
  issuer: "KZ",
  number: CANARY,
  verdict: "refuse",
  code: "court_order",
  from: dayText(today()),
  until: dayText(today() + 30),
});

describe("The watch list", () => {
  test("finds a document however it is written, from its first to its last day, and no other document", async () => {
    await using doors = await openDoors();
    const duty = await doors.enter("duty_officer");
    assert.equal((await duty.post(routes.watchlistAdd.path, add())).json().outcome, "done");
    const { node } = doors.access;
    const written = { issuer: "KZ", number: "n07 654 321<<" };
    assert.deepEqual(await watchFor(node, written, today()), { watch: "refuse", code: "court_order" });
    assert.deepEqual(await watchFor(node, written, today() + 30), { watch: "refuse", code: "court_order" });
    assert.deepEqual(await watchFor(node, written, today() + 31), { watch: "none" });
    assert.deepEqual(await watchFor(node, { issuer: "CN", number: CANARY }, today()), { watch: "none" });
    const { rows } = await doors.fresh.database.query<{ body: string }>(
      "select body from entry where kind = 'watch_add'",
    );
    assert.ok(!rows[0]!.body.includes(CANARY), "The journal holds a token");
  });

  test("shows who may see it the document, its age and its end; a withdrawn entry no longer holds", async () => {
    await using doors = await openDoors();
    const duty = await doors.enter("duty_officer");
    await duty.post(routes.watchlistAdd.path, add());
    const list: WatchList = (await duty.get(routes.watchlist.path)).json();
    const [row] = list.rows;
    assert.equal(list.total, 1);
    assert.equal(row?.number, CANARY);
    assert.equal(row?.until, add().until);
    const age = Temporal.Instant.from(list.asOf).until(Temporal.Now.instant()).total("seconds");
    assert.ok(age >= -1 && age < 60, `${age}`);
    const customs = await doors.enter("customs_officer");
    const withdraw = routes.watchlistWithdraw.path.replace(":id", row!.id);
    assert.equal((await customs.post(withdraw)).statusCode, 403);
    assert.equal((await duty.post(withdraw)).json().reason, "withdrawn");
    assert.deepEqual(await watchFor(doors.access.node, { issuer: "KZ", number: CANARY }, today()), { watch: "none" });
    assert.equal((await duty.post(withdraw)).json().reason, "watch_unknown");
  });

  test("is no list for a gate to browse, and takes no day that does not exist", async () => {
    await using doors = await openDoors();
    for (const role of ["gate_officer", "analyst", "administrator"] as const) {
      const officer = await doors.enter(role);
      assert.equal((await officer.get(routes.watchlist.path)).statusCode, 403, role);
      assert.equal((await officer.post(routes.watchlistAdd.path, add())).statusCode, 403, role);
    }
    const duty = await doors.enter("duty_officer");
    const answer = await duty.post(routes.watchlistAdd.path, { ...add(), until: "2027-02-30" });
    assert.equal(answer.json().field, "/until");
    const past = { ...add(), from: "2020-01-01", until: "2020-01-02" };
    assert.deepEqual((await duty.post(routes.watchlistAdd.path, past)).json().reason, "days_impossible");
  });
});
