import type { Outcome } from "../allowance/hand-written.ts";
import type { Passage } from "../allowance/passages.ts";
import { importPeer, type Peer } from "./peer.ts";

type Decision = { readonly evaluate: (context: object) => Promise<{ readonly result: Outcome }> };
type ZenEngine = { readonly createDecision: (content: Buffer) => Decision };

const position = { x: 0, y: 0 };
/** An empty cell holds for every value; one that is left out for none. */
const any = { age: "", residence: "", category: "", day: "" };
const table = {
  id: "reason",
  type: "decisionTableNode",
  name: "reason",
  position,
  content: {
    hitPolicy: "first",
    passThrough: true,
    inputs: ["age", "residence", "category", "day"].map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: "out", name: "reason", field: "reason" }],
    rules: [
      { ...any, _id: "1", age: "< 14", out: '"MINOR"' },
      { ...any, _id: "2", residence: '"XX"', out: '"NO_REGIME"' },
      {
        ...any,
        _id: "3",
        residence: 'not in ["CN", "KZ"]',
        category: '"trader"',
        day: ">= 20250601",
        out: '"TRADER_PERMIT"',
      },
      { ...any, _id: "4", out: '"OK"' },
    ],
  },
};
const formulas = {
  limit: `category == "crew" ? 100000 : (day < 20250101 ? (residence == "CN" ? 800000 : residence == "KZ" ? 500000 : 300000) : (residence == "CN" ? 1000000 : residence == "KZ" ? 800000 : 500000)) / (category == "trader" ? 2 : 1)`,
  dutyFree: `reason == "OK" ? min([value, max([0, $.limit - bought])]) : 0`,
  taxable: `reason == "OK" ? value - $.dutyFree : 0`,
  duty: "floor(($.taxable * (day < 20250701 ? 13 : 15) + 50) / 100)",
  tax: "$.duty <= 5000 ? 0 : $.duty",
};
const amounts = {
  id: "amounts",
  type: "expressionNode",
  name: "amounts",
  position,
  content: {
    passThrough: true,
    expressions: Object.entries(formulas).map(([key, value]) => ({ id: key, key, value })),
  },
};
const ends = [
  { id: "in", type: "inputNode", name: "in", position },
  { id: "out", type: "outputNode", name: "out", position },
];
const path = ["in", "reason", "amounts", "out"];
const edges = path
  .slice(1)
  .map((targetId, index) => ({ id: `e${index}`, sourceId: path[index], targetId, type: "edge" }));

/** ZEN, one decision after another; each crosses to another thread and back. */
export async function zenEngine(): Promise<Peer> {
  const { ZenEngine } = (await importPeer("@gorules/zen-engine")) as { ZenEngine: new () => ZenEngine };
  const decision = new ZenEngine().createDecision(
    Buffer.from(JSON.stringify({ nodes: [...ends, table, amounts], edges })),
  );
  return {
    name: "zen-engine",
    rows: 3000,
    least: 500,
    decide: async (row: Passage) => (await decision.evaluate(row)).result,
  };
}
