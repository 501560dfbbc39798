import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { LAB_OPEN_MAX, LabProcess } from "./lab-process.ts";

const viner = {
  demand: { intercept: 90, slope: -20 },
  supply: { intercept: 0, slope: 10 },
  suppliers: [
    { name: "Nation 1", price: 1 },
    { name: "Nation 3", price: 1.5 },
  ],
  tariff: { kind: "adValorem", rate: 1 },
  unionPartner: "Nation 3",
};

describe("The lab's own process", () => {
  const lab = new LabProcess();
  after(() => lab.close());

  test("computes a published model with its picture and its sensitivity", async () => {
    const { result, picture, tornado, working } = JSON.parse(
      await lab.ask("impact", { model: "viner-customs-union", input: viner }),
    );
    assert.deepEqual([result.kind, result.netWelfareChange], ["trade-diverting", -11.25]);
    assert.equal(picture.areas.length, 4);
    assert.equal(tornado.base, -11.25);
    const welfare = working.find(({ name }: { name: string }) => name === "netWelfareChange");
    assert.deepEqual([welfare.value, welfare.filled], [-11.25, "1.25 + 2.5 − 15"]);
  });

  test("tells why it cannot compute, and goes on", async () => {
    await assert.rejects(lab.ask("impact", { model: "alchemy", input: {} }), { id: "model/unknown" });
    await assert.rejects(lab.ask("impact", { model: "smart", input: { imports: 3 } }), { id: /model/ });
    assert.ok(JSON.parse(await lab.ask("atlas", {})).roles.places.length > 50);
  });

  test("takes so many questions at once, and one more is told to come back", async () => {
    const asked = Array.from({ length: LAB_OPEN_MAX }, (_, n) => lab.ask("windows", { halfLife: n + 1 }));
    await assert.rejects(lab.ask("windows", { halfLife: 40 }), { id: "lab/busy", status: 429 });
    assert.equal((await Promise.all(asked)).length, LAB_OPEN_MAX);
  });
});
