import type { Passage } from "../allowance/passages.ts";
import { importPeer, type Peer } from "./peer.ts";

type Run = (context: object) => never;

/** CEL, parsed once, over doubles; it has no tables, no dates and no trace. */
export async function celJs(): Promise<Peer> {
  const { parse } = (await importPeer("@marcbachmann/cel-js")) as { parse: (text: string) => Run };
  const reason = parse(
    `age < 14.0 ? "MINOR" : residence == "XX" ? "NO_REGIME" : category == "trader" && day >= 20250601.0 && residence != "CN" && residence != "KZ" ? "TRADER_PERMIT" : "OK"`,
  );
  const limit = parse(
    `category == "crew" ? 100000.0 : (day < 20250101.0 ? (residence == "CN" ? 800000.0 : residence == "KZ" ? 500000.0 : 300000.0) : (residence == "CN" ? 1000000.0 : residence == "KZ" ? 800000.0 : 500000.0)) / (category == "trader" ? 2.0 : 1.0)`,
  );
  const remaining = parse("limit > bought ? limit - bought : 0.0");
  const dutyFree = parse(`reason == "OK" ? (value < remaining ? value : remaining) : 0.0`);
  const taxable = parse(`reason == "OK" ? value - dutyFree : 0.0`);
  const duty = parse("int((taxable * (day < 20250701.0 ? 13.0 : 15.0) + 50.0) / 100.0)");
  const tax = parse("duty <= 5000 ? 0 : duty");
  return {
    name: "cel-js",
    rows: 50_000,
    least: 20,
    decide: (row: Passage) => {
      const context: Record<string, unknown> = { ...row };
      context.reason = reason(context);
      context.limit = limit(context);
      context.remaining = remaining(context);
      context.dutyFree = dutyFree(context);
      context.taxable = taxable(context);
      context.duty = duty(context);
      return {
        reason: context.reason as string,
        dutyFree: Number(context.dutyFree),
        taxable: Number(context.taxable),
        tax: Number(tax(context)),
      };
    },
  };
}
