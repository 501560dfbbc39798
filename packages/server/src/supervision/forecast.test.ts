import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Input, models, simulate } from "@twinline/insight";
import fc from "fast-check";
import { advise, forecastWait, type Queue, waitNow } from "./forecast.ts";

const HORIZON = 1_800;
const queues: fc.Arbitrary<Queue> = fc.record({
  waiting: fc.nat(2_000),
  arrivalsPerSecond: fc.integer({ min: 0, max: 500 }).map((n) => n / 100),
  seconds: fc.integer({ min: 2, max: 60 }),
  variation: fc.integer({ min: 0, max: 20 }).map((n) => n / 10),
});
const lanes = fc.integer({ min: 1, max: 60 });
/** Floating-point noise of the sums, seconds. */
const NOISE = 1e-6;

describe("A forecast of the wait", () => {
  test("never grows with a lane more, nor falls with more people", () => {
    fc.assert(
      fc.property(queues, lanes, (queue, open) => {
        const wait = forecastWait(queue, open, HORIZON);
        assert.ok(Number.isFinite(wait) && wait >= 0);
        assert.ok(forecastWait(queue, open + 1, HORIZON) <= wait + NOISE);
        assert.ok(forecastWait({ ...queue, waiting: queue.waiting + 10 }, open, HORIZON) >= wait - NOISE);
        const busier = { ...queue, arrivalsPerSecond: queue.arrivalsPerSecond + 0.05 };
        assert.ok(forecastWait(busier, open, HORIZON) >= wait - NOISE);
      }),
      { numRuns: 2_000 },
    );
  });

  test("of a line at rest is Lee and Longton's, as the published model computes it", () => {
    const queue: Queue = { waiting: 0, arrivalsPerSecond: 40 / 3_600, seconds: 72, variation: 1 };
    const input = { model: "M/M/c", lambda: 40 / 3_600, mu: 1 / 72, servers: 2 };
    const { meanWait } = models.get("queue")!.compute(new Input(input));
    assert.ok(Math.abs(forecastWait(queue, 2, HORIZON * 20) - Number(meanWait)) < 1e-9);
    assert.ok(Math.abs(waitNow(queue, 2, false)! - Number(meanWait)) < 1e-9);
  });

  test("of a counted line is the people before one, shared by the lanes", () => {
    const queue: Queue = { waiting: 168, arrivalsPerSecond: 0.3, seconds: 15, variation: 1 };
    assert.equal(waitNow(queue, 3, true), 840);
    assert.equal(waitNow({ ...queue, arrivalsPerSecond: 1 }, 3, false), undefined, "Full lanes tell nothing of a line");
  });

  test("agrees with a simulated hall at rest", () => {
    const queue: Queue = { waiting: 0, arrivalsPerSecond: 0.85 * (10 / 15), seconds: 15, variation: 1 };
    const stations = [{ name: "hall", arrivalRate: queue.arrivalsPerSecond, serviceRate: 1 / 15, servers: 10 }];
    const [seen] = simulate({ stations, routing: [[0]] }, { seed: 7, length: 400_000, warmUp: 10_000 });
    const { mean, standardError } = seen!.meanWait;
    assert.ok(Math.abs(mean - forecastWait(queue, 10, 100_000)) < 4 * standardError, `${mean} ± ${standardError}`);
  });
});

describe("Advice", () => {
  const busy: Queue = { waiting: 140, arrivalsPerSecond: 0.4, seconds: 15, variation: 1 };

  test("names the fewest lanes that reach the target, and none when the wait is short", () => {
    fc.assert(
      fc.property(queues, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 40 }), (queue, open, more) => {
        const target = 600;
        const all = open + more;
        const { advised, forecastSeconds, spread } = advise(queue, open, all, target, HORIZON);
        if (forecastSeconds <= target) return assert.equal(advised, undefined);
        if (advised === undefined) return assert.equal(more, 0);
        if (advised.waitSeconds <= target) {
          assert.ok(advised.lanes - 1 === open || forecastWait(queue, advised.lanes - 1, HORIZON) > target);
          assert.equal(spread, undefined);
        } else assert.equal(advised.lanes, all);
      }),
    );
  });

  test("says how many should come at another time when all lanes are not enough", () => {
    const { spread, advised } = advise({ ...busy, waiting: 0, arrivalsPerSecond: 0.7 }, 6, 8, 300, HORIZON);
    assert.equal(advised?.lanes, 8);
    assert.ok(spread !== undefined && spread.peoplePerHour > 0 && spread.waitSeconds <= 300 + NOISE);
    assert.equal(
      advise({ ...busy, waiting: 5_000 }, 6, 8, 300, HORIZON).spread,
      undefined,
      "Nothing helps in that time",
    );
  });

  test("shows what is open, each lane more as far as an answer goes, and all there are", () => {
    const { options } = advise(busy, 4, 30, 600, HORIZON);
    assert.deepEqual([options[0]?.lanes, options.at(-1)?.lanes], [4, 30]);
    assert.equal(options.length, 12);
    assert.deepEqual(
      advise(busy, 6, 6, 600, HORIZON).options.map((one) => one.lanes),
      [6],
    );
  });
});
