import { isObject } from "../../packages/zone/src/spine/json.ts";
import { placeOf } from "../../packages/zone/src/spine/state.ts";
import { stayOfBody } from "../../packages/zone/src/stays/stay.ts";
import { goodsOf } from "./desk.ts";
import type { Dice } from "./model.ts";
import { blame, GATE, newKey, nodeMs, PERSONS, type RightsWorld, travellerOf } from "./world.ts";

/** Somebody goes out with goods in her hands and with what tills sold, and comes in again. */
export function exit(world: RightsWorld, dice: Dice, tell: (line: string) => void): void {
  const person = PERSONS[dice.below(2)]!;
  const row = world.node.rows.get(placeOf({ table: "stay", key: person }))?.row;
  if (row === undefined) return;
  const known = [...new Set([...world.ledger.sold.values()].map(({ sale }) => sale))];
  const sales = known.slice(0, dice.below(4));
  const [value, mass] = [dice.below(3) * 15, dice.below(10)];
  tell(`${person} goes out with value ${value}, mass ${mass} and ${sales.join(", ") || "no sale"}, and comes in again`);
  const base = { kind: "passage", by: { device: "gate" }, gate: GATE, lane: "1", traveller: travellerOf(person) };
  const covers = { visit: stayOfBody(row).visit, sales };
  const goods = value === 0 ? [] : [goodsOf(value, mass, 1)];
  const out = world.node.ask(newKey(world), { ...base, direction: "out", goods, covers } as never, nodeMs(world));
  for (const one of Array.isArray(out.body.covers) ? out.body.covers : []) {
    if (!isObject(one) || one.outcome !== "carried_out") continue;
    const id = String(one.sale);
    if (world.ledger.carriedOut.has(id)) blame(world, `${id} was carried out twice`);
    const lines = world.node.rows.get(placeOf({ table: "sale", key: id }))?.row.lines;
    if (isAllReturned(lines)) blame(world, `${id} was carried out though all of it came back`);
    const owner = world.node.rows.get(placeOf({ table: "sale", key: id }))?.row.person;
    if (owner !== person) blame(world, `${person} carried out ${id} of ${owner}`);
    world.ledger.carriedOut.add(id);
  }
  world.node.ask(newKey(world), { ...base, direction: "in", goods: [] } as never, nodeMs(world));
}

function isAllReturned(lines: unknown): boolean {
  const all =
    typeof lines === "string"
      ? (JSON.parse(lines) as readonly { readonly goods: { readonly quantity: number } }[])
      : [];
  return all.length > 0 && all.every(({ goods }) => goods.quantity === 0);
}
