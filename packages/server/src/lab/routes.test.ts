import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "@twinline/api";
import { BASE, openLab } from "../replays/test-lab.ts";

test("Openness is told of the law in force and of a reform of it, over examples or over this journal", async () => {
  await using lab = await openLab();
  const analyst = await lab.enter("analyst");
  const proposal = await lab.propose(analyst, 12_000, "2027-01-01");
  const ask = async (body: object) => (await analyst.post(routes.openness.path, body)).json();
  const inForce = await ask({ rulebook: BASE, sample: "examples" });
  assert.equal(inForce.reads.rulebook.name, BASE);
  const reform = await ask({ rulebook: BASE, proposal, sample: "examples" });
  assert.equal(reform.reads.rulebook.name, "khorgos/cn/allowance-12000");
  await lab.gate.pass({});
  const arrival = await ask({ rulebook: "khorgos/cn/arrival", sample: "journal" });
  assert.deepEqual([arrival.twins.sample.kind, arrival.twins.sample.events], ["history", 1]);
  const unknown = await ask({ rulebook: "khorgos/cn/nothing", sample: "examples" });
  assert.equal(unknown.type, "request/not-found");

  const foreign = await ask({ rulebook: "khorgos/cn/nothing", proposal, sample: "journal" });
  assert.equal(foreign.type, "request/not-found", "Nobody has the journal read for a name that decides nothing");
  const { mock } = test.mock.method(lab.gate.node.database, "query");
  await Promise.all(Array.from({ length: 20 }, () => ask({ rulebook: BASE, sample: "journal" })));
  const looks = mock.calls.filter(({ arguments: [text] }) => text.includes("max(number) as last from entry"));
  mock.restore();
  assert.equal(looks.length, 1, "Twenty who ask at once cost one look at the journal");
});
