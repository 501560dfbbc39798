import assert from "node:assert/strict";
import { test } from "node:test";
import { hunt } from "./hunt.ts";
import { ACTION_MAX, live, type Model } from "./model.ts";
import { rightsModel } from "./rights-model.ts";

const WORLDS = 300;

test("Some hundred worlds of tills, a gate and a node keep every promise", () => {
  const { found, worlds } = hunt(rightsModel, { seed: 20261121, worlds: WORLDS, untilMs: Number.POSITIVE_INFINITY });
  assert.deepEqual(found?.tale ?? [], []);
  assert.equal(worlds, WORLDS);
});

test("A world lives the same way twice", () => {
  const world = Array.from({ length: 40 }, (_, at) => (at * 2_654_435_761) % ACTION_MAX);
  const ends = [0, 1].map(() => {
    const one = rightsModel.begin();
    for (const action of world) rightsModel.act(one, action);
    return JSON.stringify([one.node.journal, one.tills.map(({ disk }) => disk), one.net]);
  });
  assert.equal(ends[0], ends[1]);
});

test("The hunt shrinks a broken promise to the actions that break it", () => {
  const counting: Model<{ big: number }> = {
    begin: () => ({ big: 0 }),
    act: (world, action) => {
      if (action > 1_000) world.big += 1;
    },
    broken: ({ big }) => (big >= 2 ? "two big actions" : undefined),
    settle: () => undefined,
  };
  const { found } = hunt(counting, { seed: 1, worlds: 100, untilMs: Number.POSITIVE_INFINITY });
  assert.deepEqual(found?.world, [1_001, 1_001]);
  assert.equal(live(counting, found?.world ?? []), "two big actions after action 2");
});
