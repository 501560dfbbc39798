import { handWritten, type Outcome } from "../allowance/hand-written.ts";
import type { Passage } from "../allowance/passages.ts";
import { importPeer, type Peer } from "./peer.ts";

type Engine = {
  readonly addRule: (rule: object) => void;
  readonly run: (facts: object) => Promise<{ readonly events: readonly { readonly type: string }[] }>;
};

/** json-rules-engine decides conditions only: the amounts are the hand-written JavaScript. */
export async function jsonRulesEngine(): Promise<Peer> {
  const { Engine } = (await importPeer("json-rules-engine")) as { Engine: new () => Engine };
  const engine = new Engine();
  const rule = (
    type: string,
    priority: number,
    ...all: readonly (readonly [fact: string, operator: string, value: unknown])[]
  ) =>
    engine.addRule({
      priority,
      event: { type },
      conditions: { all: all.map(([fact, operator, value]) => ({ fact, operator, value })) },
    });
  rule("MINOR", 4, ["age", "lessThan", 14]);
  rule("NO_REGIME", 3, ["residence", "equal", "XX"]);
  rule(
    "TRADER_PERMIT",
    2,
    ["category", "equal", "trader"],
    ["day", "greaterThanInclusive", 20250601],
    ["residence", "notIn", ["CN", "KZ"]],
  );
  return {
    name: "json-rules-engine",
    rows: 5000,
    least: 500,
    decide: async (row: Passage): Promise<Outcome> => {
      const { events } = await engine.run(row);
      const order = ["MINOR", "NO_REGIME", "TRADER_PERMIT"];
      const reason = order.find((type) => events.some((event) => event.type === type)) ?? "OK";
      return { ...handWritten(row), reason };
    },
  };
}
