import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "@twinline/api";
import { badInput } from "./campaign.ts";
import { openTarget } from "./target.ts";

const ATTACKS = 2_000;

test("Two thousand bad requests over every route are refused, leave no row, and hurt nothing (P28)", async () => {
  const seed = 20_261_121;
  const { doors, attacks, sure, statuses, faults } = await badInput(ATTACKS, seed);
  assert.deepEqual(faults, [], `seed ${seed}`);
  assert.ok(attacks >= ATTACKS && sure > ATTACKS / 5, `${attacks} attacks, ${sure} surely bad`);
  assert.ok(doors >= 25, `${doors} doors`);
  for (const status of [400, 401, 403, 413, 415]) assert.ok((statuses.get(status) ?? 0) > 0, `${status} never seen`);
});

test("Every route that is served stands in the contract, and every one that changes something says what it takes", async () => {
  await using target = await openTarget();
  const known = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
  const served = target.doors.map(({ method, url }) => `${method} ${url}`).filter((name) => name.includes(" /api/"));
  assert.deepEqual(
    served.filter((name) => !known.includes(name)),
    [],
  );
  const open = target.doors.filter(({ method, url, body, params }) => {
    return method === "POST" && body === undefined && params === undefined && url.startsWith("/api/");
  });
  assert.deepEqual(
    open.map(({ url }) => url),
    [routes.passkeyRegisterOptions.path],
    "It takes nothing",
  );
});
