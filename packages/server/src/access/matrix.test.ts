import assert from "node:assert/strict";
import { test } from "node:test";
import { type RouteName, routes } from "@twinline/api";
import { judge, officerRoles } from "@twinline/zone";
import { openDoors, TestBrowser } from "./test-doors.ts";

/** What each route of access lets do, and a request that is good in every other way. */
const asked: readonly { name: RouteName; act: string; body?: object; fill?: string }[] = [
  { name: "officers", act: "officer.list" },
  { name: "officerAdd", act: "officer.add", body: { number: "0999", role: "analyst" } },
  { name: "officerInvite", act: "officer.invite", body: {}, fill: `o_${"A".repeat(22)}` },
  { name: "officerRevoke", act: "officer.revoke", fill: `o_${"A".repeat(22)}` },
  { name: "passkeyRevoke", act: "officer.revoke_passkey", fill: "A".repeat(22) },
  { name: "devices", act: "device.list" },
  { name: "deviceAdd", act: "device.add", body: { gate: "CN-1", lane: "1", publicKey: "A".repeat(43) } },
  { name: "deviceRevoke", act: "device.revoke", fill: "A".repeat(43) },
  { name: "watchlist", act: "watch_entry.list" },
  {
    name: "watchlistAdd",
    act: "watch_entry.add",
    body: { issuer: "KZ", number: "N1234567", verdict: "refer", code: "test", from: "2020-01-01", until: "2020-01-02" },
  },
  { name: "watchlistWithdraw", act: "watch_entry.withdraw", fill: `watched_${"A".repeat(22)}` },
  { name: "personErase", act: "person.erase", fill: `person_${"A".repeat(22)}`, body: { second: "A".repeat(43) } },
];

function knock(browser: TestBrowser, { name, body, fill = "" }: (typeof asked)[number]) {
  const { method, path } = routes[name];
  const url = path.replace(/:\w+/, fill);
  return method === "GET" ? browser.get(url) : browser.post(url, body);
}

test("Every door of access opens to exactly those whom the policy lets in, and to nobody unknown (P22)", async () => {
  await using doors = await openDoors();
  for (const role of officerRoles) {
    const officer = await doors.enter(role);
    for (const one of asked) {
      const [kind = "", verb = ""] = one.act.split(".");
      const subject = { kind, side: "cn", owner: "another" };
      const ruling = judge({ role, side: "cn", officer: officer.officer }, verb, subject).kind;
      const { statusCode, body } = await knock(officer, one);
      assert.equal(statusCode === 403, ruling !== "allowed", `${role} ${one.act}: ${ruling}, ${statusCode} ${body}`);
      assert.ok(statusCode < 500, body);
    }
  }
  const nobody = new TestBrowser(doors.app);
  for (const one of asked) assert.equal((await knock(nobody, one)).statusCode, 401, one.name);
});

test("An officer of the other side, even with a session here, may do nothing (P23)", async () => {
  await using doors = await openDoors();
  for (const role of officerRoles) {
    const officer = await doors.enter(role);
    await doors.fresh.owner.query("update officer set side = 'kz' where key = $1", [officer.officer]);
    for (const one of asked) assert.equal((await knock(officer, one)).statusCode, 403, `${role} ${one.name}`);
  }
});
