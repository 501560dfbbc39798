import assert from "node:assert/strict";
import { test } from "node:test";
import { StartError } from "../errors.ts";
import { keepLock } from "./kept-lock.ts";

/** Locks that the test loses by hand. */
function locks() {
  const losing: Array<() => void> = [];
  let released = 0;
  const take = async () => {
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    losing.push(resolve);
    return {
      lost,
      release: async () => {
        released += 1;
        resolve();
      },
    };
  };
  return { take, lose: () => losing.at(-1)!(), taken: () => losing.length, released: () => released };
}

const quiet = { revive: async () => {}, regained: async () => {}, log: () => {} };
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("A lost lock is taken again, and what it guards is read anew before anything is decided", async () => {
  const world = locks();
  const regaining = Promise.withResolvers<void>();
  const kept = await keepLock(world.take, { ...quiet, regained: () => regaining.promise });
  assert.ok(kept.isHeld());
  world.lose();
  await turn();
  assert.equal(world.taken(), 2);
  assert.ok(!kept.isHeld(), "not before what changed is read");
  regaining.resolve();
  await turn();
  assert.ok(kept.isHeld());
});

test("A lock that another node holds is given up at once", async () => {
  const world = locks();
  let first = true;
  const take = () => {
    if (!first) return Promise.reject(new StartError("start/already-running", "Cannot start: another node writes"));
    first = false;
    return world.take();
  };
  const kept = await keepLock(take, quiet);
  world.lose();
  await kept.over;
  assert.ok(!kept.isHeld());
});

test("A database that stays away ends the node, and a release meanwhile leaves no lock behind", async () => {
  const world = locks();
  const kept = await keepLock(world.take, { ...quiet, revive: () => Promise.reject(new Error("gone")), recoveryMs: 0 });
  world.lose();
  await kept.over;
  const late = locks();
  const reviving = Promise.withResolvers<void>();
  const second = await keepLock(late.take, { ...quiet, revive: () => reviving.promise });
  late.lose();
  await turn();
  await second.release();
  reviving.resolve();
  await turn();
  assert.equal(late.released(), late.taken() - 1);
  assert.ok(!second.isHeld());
});
