import { additions, type Counting, countings } from "../allowances/counting.ts";
import { movedAdditions, movedRulebook } from "../allowances/moved.ts";
import type { Subject } from "../allowances/subject.ts";
import type { GoodsLine } from "../passages/command.ts";
import { goodsFactsOf } from "../rights/line-facts.ts";
import type { AnyConcept, Body } from "./concept.ts";
import type { DecisionRecord } from "./decision.ts";
import type { Installed, World } from "./installed.ts";
import { isObject, type JsonObject } from "./json.ts";
import { BodyError, decisionsOf } from "./read-body.ts";
import type { Addition, Change } from "./state.ts";

/**
 * What entry `number` does to state: the changes of its concept, and the counters of its decisions. Depends on the body
 * and on the rulebooks in force only, so that replaying the journal gives the same state.
 */
export function entryChanges(
  concept: AnyConcept,
  body: Body,
  number: number,
  rulebooks: World["rulebooks"],
): readonly Change[] {
  return [...concept.apply(body, number), ...counted(body, rulebooks)];
}

/** What an entry adds to the counters of one rulebook: the whole of it when a new counter is filled from the journal. */
export function countedFor(installed: Installed, body: JsonObject): readonly Addition[] {
  const moved = movedAdditions(installed, body);
  const counting = countingOf(body);
  if (counting === undefined) return moved;
  const subject = subjectOf(body);
  const counted = decisionsOf(body)
    .map((record, line) => withGoods(installed, record, goodsOf(body, line)))
    .filter(({ rulebook }) => rulebook === installed.rulebook.name)
    .flatMap((record) => additions(installed, record, subject, counting));
  return [...counted, ...moved];
}

/**
 * A decision keeps the facts that the law of its day asked for. A counter that came later may ask for more of the goods,
 * which the entry holds; what the decision knew stands.
 */
function withGoods({ rulebook }: Installed, record: DecisionRecord, goods: GoodsLine | undefined): DecisionRecord {
  if (goods === undefined || record.hash === rulebook.hash) return record;
  return { ...record, facts: { ...goodsFactsOf(rulebook, goods), ...record.facts } };
}

/** The goods of a decision: an exit is decided line by line, in their order. */
function goodsOf({ direction, goods }: JsonObject, line: number): GoodsLine | undefined {
  if (direction !== "out" || !Array.isArray(goods)) return undefined;
  const one = goods[line];
  return one !== undefined && isObject(one) && isObject(one.facts) ? (one as unknown as GoodsLine) : undefined;
}

function counted(body: Body, rulebooks: World["rulebooks"]): readonly Change[] {
  const names = new Set([...decisionsOf(body).map(({ rulebook }) => rulebook), ...movedRulebook(body)]);
  return [...names].flatMap((name) => {
    const installed = rulebooks.get(name);
    return installed === undefined ? [] : countedFor(installed, body);
  });
}

function countingOf({ counts }: JsonObject): Counting | undefined {
  if (counts === undefined) return undefined;
  const counting = countings.find((one) => one === counts);
  if (counting === undefined) throw new BodyError("counts", `one of ${countings.join(", ")}`);
  return counting;
}

function subjectOf({ person, gate }: JsonObject): Subject {
  return {
    ...(typeof person === "string" ? { person } : {}),
    ...(typeof gate === "string" ? { gate } : {}),
  };
}
