import { countedKeys } from "../allowances/counter-key.ts";
import { counterRows } from "../allowances/counting.ts";
import type { DecisionRecord } from "../spine/decision.ts";
import { getRulebook, type Installed, type World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { COUNTER } from "../spine/state.ts";
import type { GoodsLine } from "./command.ts";
import { factsOf, type Known } from "./facts.ts";
import { decideLines } from "./lines.ts";
import { rulebookOf } from "./passage.ts";

/** The passage in which the lines of a tried basket follow each other. */
const TRIED = "0";

/**
 * Goods that nobody carries out: what the rules would say to each line, with the counters that the lines before leave.
 * `counters` are the values at the start by name, 0 where they name none. Nothing is recorded.
 */
export function tryBasket(
  world: World,
  known: Omit<Known, "goods">,
  goods: readonly GoodsLine[],
  counters: { readonly [name: string]: number } = {},
): { readonly installed: Installed; readonly records: readonly DecisionRecord[] } {
  const installed = getRulebook(world, rulebookOf[known.direction]);
  const { rulebook } = installed;
  const subject = { person: known.traveller.person, gate: known.gate, passage: TRIED };
  const seeds = rulebook.counters.flatMap((counter) => {
    const [key] = countedKeys(rulebook, counter, subject, known.day);
    const value = counters[counter.name];
    return key === undefined || value === undefined ? [] : [{ table: COUNTER, key, row: { value } }];
  });
  const state = new LoadedState(counterRows(installed, subject, known.day), seeds);
  const lines = goods.map((line) => factsOf(rulebook, { ...known, goods: line }));
  return { installed, records: decideLines(installed, lines, subject, known.day, state) };
}
