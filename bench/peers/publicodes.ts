import type { Outcome } from "../allowance/hand-written.ts";
import type { Passage } from "../allowance/passages.ts";
import { importPeer, type Peer } from "./peer.ts";

type Engine = {
  readonly setSituation: (situation: object) => void;
  readonly evaluate: (rule: string) => { readonly nodeValue: unknown };
};

const byResidence = (cn: number, kz: number, other: number) => ({
  variations: [{ si: "residence = 'CN'", alors: cn }, { si: "residence = 'KZ'", alors: kz }, { sinon: other }],
});
const rules = {
  age: null,
  residence: null,
  category: null,
  value: null,
  bought: null,
  day: null,
  reason: {
    variations: [
      { si: "age < 14", alors: "'MINOR'" },
      { si: "residence = 'XX'", alors: "'NO_REGIME'" },
      {
        si: {
          "toutes ces conditions": ["category = 'trader'", "day >= 20250601", "residence != 'CN'", "residence != 'KZ'"],
        },
        alors: "'TRADER_PERMIT'",
      },
      { sinon: "'OK'" },
    ],
  },
  allowance: {
    variations: [
      { si: "day < 20250101", alors: byResidence(800000, 500000, 300000) },
      { sinon: byResidence(1000000, 800000, 500000) },
    ],
  },
  limit: {
    variations: [
      { si: "category = 'crew'", alors: 100000 },
      { si: "category = 'trader'", alors: "allowance / 2" },
      { sinon: "allowance" },
    ],
  },
  remaining: { "le maximum de": [0, "limit - bought"] },
  free: { variations: [{ si: "reason = 'OK'", alors: { "le minimum de": ["value", "remaining"] } }, { sinon: 0 }] },
  taxable: { variations: [{ si: "reason = 'OK'", alors: "value - free" }, { sinon: 0 }] },
  rate: { variations: [{ si: "day < 20250701", alors: 13 }, { sinon: 15 }] },
  duty: { valeur: "taxable * rate / 100", arrondi: "oui" },
  tax: { variations: [{ si: "duty <= 5000", alors: 0 }, { sinon: "duty" }] },
};

/** Publicodes over doubles with its own rounding of the quotient; five outputs a decision. */
export async function publicodes(): Promise<Peer> {
  const { default: Engine } = (await importPeer("publicodes")) as {
    default: new (rules: object, options: object) => Engine;
  };
  const silent = { log: () => {}, warn: () => {}, error: console.error };
  const engine = new Engine(rules, { logger: silent });
  return {
    name: "publicodes",
    rows: 1000,
    least: 500,
    decide: ({ residence, category, ...numbers }: Passage): Outcome => {
      engine.setSituation({ residence: `'${residence}'`, category: `'${category}'`, ...numbers });
      const [reason, dutyFree, taxable, tax] = ["reason", "free", "taxable", "tax"].map(
        (rule) => engine.evaluate(rule).nodeValue,
      );
      return { reason: String(reason), dutyFree: Number(dutyFree), taxable: Number(taxable), tax: Number(tax) };
    },
  };
}
