import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openDatabase } from "../database.ts";
import { memorySecrets } from "../secrets.ts";
import { type FreshDatabase, freshDatabase } from "../testing/template.ts";
import { assertVaultOpens, claimVault, inVault } from "./home.ts";
import { vaultKeysOf } from "./keys.ts";
import { type DocumentIdentity, openPersons } from "./persons.ts";
import { REVEAL_MAX } from "./store.ts";
import { openVehicles } from "./vehicles.ts";
import { openWatched } from "./watched.ts";

const canary: DocumentIdentity = {
  issuer: "KAZ",
  number: "N07654321",
  born: "1988-04-12",
  name: "КАНАРЕЙКИНА АЙГЕРИМ",
  nationality: "KZ",
  expires: "2031-08-22",
  kind: "passport",
};

async function vaultOf(fresh: FreshDatabase, side: "cn" | "kz" = "cn", secrets = memorySecrets()) {
  await claimVault(fresh.owner, side);
  return { database: fresh.database, secrets, side } as const;
}

describe("The vault", () => {
  test("gives one document one token, however it is written, and another one to another birthday", async () => {
    await using fresh = await freshDatabase();
    const persons = openPersons(await vaultOf(fresh));
    const first = await persons.tokenFor(canary);
    assert.match(first.token, /^person_[A-Za-z0-9_-]{22}$/);
    assert.ok(first.isNew);
    const again = await persons.tokenFor({ ...canary, number: "n07 654-321<<" });
    assert.deepEqual(again, { token: first.token, isNew: false });
    const other = await persons.tokenFor({ ...canary, born: "1990-01-01" });
    assert.notEqual(other.token, first.token);
  });

  test("gives eight gates that read the same new document at once the same token", async () => {
    await using fresh = await freshDatabase();
    const persons = openPersons(await vaultOf(fresh));
    const tokens = await Promise.all(Array.from({ length: 8 }, () => persons.tokenFor(canary)));
    assert.equal(new Set(tokens.map(({ token }) => token)).size, 1);
    assert.equal(tokens.filter(({ isNew }) => isNew).length, 1);
    const { rows } = await fresh.owner.query<{ n: number }>("select count(*)::int as n from vault.subject");
    assert.equal(rows[0]!.n, 1);
  });

  test("reveals the newest record and links further documents to the same person", async () => {
    await using fresh = await freshDatabase();
    const persons = openPersons(await vaultOf(fresh));
    const { token } = await persons.tokenFor(canary);
    await persons.tokenFor({ ...canary, expires: "2035-01-01" });
    assert.equal((await persons.reveal([token])).get(token)?.expires, "2035-01-01");
    const second = { ...canary, number: "Z999" };
    assert.ok(await persons.link(token, second));
    assert.ok(await persons.link(token, second));
    assert.equal((await persons.tokenFor(second)).token, token);
    const stranger = await persons.tokenFor({ issuer: "CHN", number: "E1", born: "1970-01-01" });
    assert.equal(await persons.link(stranger.token, canary), false);
  });

  test("holds nothing that can be read without its keys", async () => {
    await using fresh = await freshDatabase();
    const node = await vaultOf(fresh);
    await openPersons(node).tokenFor(canary);
    await openVehicles(node).tokenFor({ country: "KZ", plate: "CANARY777" });
    await openWatched(node).tokenFor(canary);
    const { rows } = await fresh.owner.query<{ dump: string }>(
      `select coalesce(string_agg(encode(sealed, 'escape') || encode(index, 'escape') || identity.token, ''), '') as dump
       from vault.identity`,
    );
    for (const word of ["КАНАРЕЙКИНА", "N07654321", "CANARY777", "1988"])
      assert.ok(!rows[0]!.dump.includes(word), word);
  });

  test("forgets a destroyed person, also from rows that a backup brings back", async () => {
    await using fresh = await freshDatabase();
    const persons = openPersons(await vaultOf(fresh));
    const { token } = await persons.tokenFor(canary);
    const { rows } = await fresh.owner.query<{ sealed: Buffer; index: Buffer }>(
      "select index, sealed from vault.identity",
    );
    assert.ok(await persons.destroy(token));
    assert.equal(await persons.destroy(token), false);
    assert.equal((await persons.reveal([token])).size, 0);
    assert.equal(await persons.find(canary), undefined);
    const left = await fresh.owner.query<{ n: number }>("select count(*)::int as n from vault.identity");
    assert.equal(left.rows[0]!.n, 0);
    // The ciphertext alone, put back under a new person, opens with no key that is left.
    const { token: newcomer } = await persons.tokenFor(canary);
    await fresh.owner.query("update vault.identity set sealed = $1", [rows[0]!.sealed]);
    await assert.rejects(persons.reveal([newcomer]), /Cannot open a sealed record/);
  });

  test("notices changed bytes and a wrong wrapping key", async () => {
    await using fresh = await freshDatabase();
    const node = await vaultOf(fresh);
    await openPersons(node).tokenFor(canary);
    await assertVaultOpens(node.database, vaultKeysOf(node.secrets), "cn");
    const wrong = vaultKeysOf(memorySecrets());
    await assert.rejects(assertVaultOpens(node.database, wrong, "cn"), /bring back the secret "vault-wrap"/);
  });

  test("reveals at most its limit at once", async () => {
    await using fresh = await freshDatabase();
    const persons = openPersons(await vaultOf(fresh));
    const tokens = Array.from({ length: REVEAL_MAX }, (_, at) => `person_${String(at).padStart(22, "0")}`);
    assert.equal((await persons.reveal(tokens)).size, 0);
    assert.throws(() => persons.reveal([...tokens, "one more"]), RangeError);
  });
});

describe("Row security, as the roles the node works with", () => {
  test("shows a side nothing of the other, even when it names itself the other (P23)", async () => {
    await using fresh = await freshDatabase();
    const cn = await vaultOf(fresh, "cn");
    const { token } = await openPersons(cn).tokenFor(canary);

    await fresh.owner.query("delete from vault.home");
    await claimVault(fresh.owner, "kz");
    const kz = { ...cn, side: "kz" } as const;
    assert.equal((await openPersons(kz).reveal([token])).size, 0);
    assert.equal(
      (await openPersons(cn).reveal([token])).size,
      0,
      "The role belongs to kz now: naming cn opens nothing",
    );
    assert.equal(await openPersons(cn).destroy(token), false);
    for (const table of ["subject", "identity"]) {
      const { count } = await inVault(fresh.database, "cn", (vault) => vault.query(`select * from vault.${table}`));
      assert.equal(count, 0, table);
    }
    await assert.rejects(openPersons(cn).tokenFor(canary), /row-level security/);
    const kept = await fresh.owner.query<{ n: number }>(
      "select count(*)::int as n from vault.subject where side = 'cn'",
    );
    assert.equal(kept.rows[0]!.n, 1);
  });

  test("shows the node's own role nothing without the vault's role, and the vault's role nothing without a side", async () => {
    await using fresh = await freshDatabase();
    const node = await vaultOf(fresh);
    await openPersons(node).tokenFor(canary);
    for (const table of ["subject", "identity", "home"]) {
      await assert.rejects(fresh.database.query(`select * from vault.${table}`), /permission denied/);
    }
    const seen = await inVault(fresh.database, "", (vault) => vault.query("select * from vault.identity"));
    assert.equal(seen.count, 0);
  });

  test("does not let the node give itself a side", async () => {
    await using fresh = await freshDatabase();
    await vaultOf(fresh, "cn");
    const claim = inVault(fresh.database, "cn", (vault) =>
      vault.query("insert into vault.home (role, side) values ('twinline_app', 'kz')"),
    );
    await assert.rejects(claim, /permission denied/);
    await using again = openDatabase(fresh.connection, { allowExitOnIdle: true });
    await assert.rejects(claimVault(again, "kz"), /permission denied/);
  });

  test("is switched on and forced for every table that holds personal data", async () => {
    await using fresh = await freshDatabase();
    const { rows } = await fresh.owner.query<{ name: string; forced: boolean }>(
      `select relname::text as name, relrowsecurity and relforcerowsecurity as forced from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'vault' and relkind in ('r', 'p') and relname <> 'home'`,
    );
    assert.ok(rows.length >= 2);
    assert.deepEqual(
      rows.filter(({ forced }) => !forced),
      [],
    );
  });
});
