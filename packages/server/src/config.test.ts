import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";
import { StartError } from "./errors.ts";

const withId = (id: string) => (error: unknown) => error instanceof StartError && error.id === id;

test("Without any word a loopback node of the first side starts on its own database", () => {
  assert.deepEqual(readConfig({}), {
    zone: "khorgos",
    sides: ["cn"],
    dataFolder: ".twinline",
    port: 7400,
    origin: undefined,
    database: { kind: "embedded" },
  });
});

test("Options win over the environment", () => {
  const env = { TWINLINE_PORT: "8000", TWINLINE_SIDE: "kz", TWINLINE_DATA: "/a", TWINLINE_ZONE: "other" };
  const config = readConfig(env, { port: "9000", side: "both", data: "/b", zone: "khorgos" });
  assert.deepEqual([config.port, config.sides, config.dataFolder, config.zone], [9000, ["cn", "kz"], "/b", "khorgos"]);
});

test("The highest port is taken, one above is not, and both sides need two", () => {
  assert.equal(readConfig({}, { port: "65535" }).port, 65_535);
  for (const flags of [{ port: "65536" }, { port: "65535", side: "both" }, { port: "http" }, { port: "-1" }])
    assert.throws(() => readConfig({}, flags), withId("start/port"));
});

test("A database on another machine needs TLS, and no sentence repeats the password", () => {
  const url = "postgresql://twinline_app:Tiger7@db.example/zone";
  assert.throws(
    () => readConfig({ DATABASE_URL: url }),
    (error) => {
      assert.ok(withId("start/database-tls")(error));
      assert.ok(!(error as Error).message.includes("Tiger7"));
      return true;
    },
  );
  assert.equal(readConfig({ DATABASE_URL: `${url}?sslmode=verify-full` }).database.kind, "external");
  for (const local of ["postgresql:///zone?host=/run/postgresql", "postgres://twinline_app@127.0.0.1/zone"])
    assert.equal(readConfig({ DATABASE_URL: local }).database.kind, "external");
  assert.throws(() => readConfig({ DATABASE_URL: "mysql://x/y" }), withId("start/database-url"));
});

test("A zone's own file says which sides it has", () => {
  assert.deepEqual(readConfig({}, { zone: "mohan-boten", side: "both" }).sides, ["cn", "la"]);
  assert.deepEqual(readConfig({}, { zone: "erenhot-zamyn-uud", side: "mn" }).sides, ["mn"]);
  assert.throws(() => readConfig({}, { zone: "mohan-boten", side: "kz" }), /choose cn, la or both/);
});

test("Both sides never share one database", () => {
  assert.throws(() => readConfig({ DATABASE_URL: "postgres://localhost/a" }, { side: "both" }), withId("start/side"));
});

test("Unknown sides, zones that are paths and origins with a path are refused", () => {
  assert.throws(() => readConfig({}, { side: "ru" }), withId("start/side"));
  assert.throws(() => readConfig({}, { zone: "atlantis" }), withId("start/zone-unknown"));
  assert.throws(() => readConfig({}, { zone: "../etc" }), withId("start/zone"));
  assert.throws(() => readConfig({ TWINLINE_ORIGIN: "https://gate.example/a" }), withId("start/origin"));
});
