import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { addDevice } from "./add-device.ts";
import { deviceKey, deviceOf, findDevice } from "./device.ts";
import { revokeDevice } from "./revoke-device.ts";

const world: World = {
  origin: "twinline/test/cn",
  zone: "test",
  side: "cn",
  rulebooks: new Map(),
  legalDay: () => 20_000,
};
const by = { officer: "o_root" };
const add = {
  kind: "device_add",
  by,
  device: "k1",
  gate: "CN-1",
  lane: "L1",
  publicKey: "pk",
  automatic: false,
} as const;
const moment = { atMs: 0, number: 1 };

describe("Registered devices", () => {
  test("are registered once, and a revoked key stays revoked", () => {
    const state = new LoadedState([deviceKey("k1")], []);
    const run = (outcome: string, reason: string, details: object, apply: typeof addDevice.apply) =>
      state.apply(apply({ ...details, kind: "device", at: "", outcome, reason }, 1), 1);

    const added = addDevice.decide(add, state, world, moment);
    assert.equal(added.outcome, "done");
    run(added.outcome, added.reason, added.details, addDevice.apply);
    assert.equal(findDevice(state, "k1")?.side, "cn");
    assert.equal(addDevice.decide(add, state, world, moment).reason, "device_known");

    const revoked = revokeDevice.decide({ kind: "device_revoke", by, device: "k1" }, state, world, moment);
    run(revoked.outcome, revoked.reason, revoked.details, revokeDevice.apply);
    assert.equal(findDevice(state, "k1")?.active, false);
    assert.equal(
      revokeDevice.decide({ kind: "device_revoke", by, device: "k1" }, state, world, moment).outcome,
      "refused",
    );
    assert.equal(addDevice.decide(add, state, world, moment).reason, "device_known");
  });

  test("change nothing when refused, and are read strictly", () => {
    assert.deepEqual(
      addDevice.apply({ kind: "device_add", at: "", outcome: "refused", reason: "device_known" }, 1),
      [],
    );
    assert.throws(() => deviceOf({ device: "k1" }), TypeError);
  });
});
