import { dateOf } from "./calendar.ts";
import type { Dimension } from "./dimensions.ts";
import { teller } from "./examples.ts";
import type { Folded } from "./fold.ts";
import type { ReplayJob } from "./job.ts";
import { type LoopPlan, measuresOf } from "./loop.ts";
import type { Change, Group, Pair, ReplayResult, Unanswered } from "./result.ts";

/** The sums of each key of one dimension that has any line. */
export function groupsOf(plan: LoopPlan, { keys }: Dimension, sums: Float64Array): readonly Group[] {
  const measures = measuresOf(plan);
  const rest = 1 + 2 * plan.amounts.length;
  return keys.flatMap((key, index) => {
    const own = sums.subarray(index * measures, (index + 1) * measures);
    const pairs = plan.amounts.map((name, at): [string, Pair] => [
      name,
      { base: own[1 + 2 * at]!, reform: own[2 + 2 * at]! },
    ]);
    const [less, more, gained, lost] = own.subarray(rest);
    if (own[0] === 0) return [];
    return [
      {
        key,
        lines: own[0]!,
        amounts: Object.fromEntries(pairs),
        less: less!,
        more: more!,
        gained: gained!,
        lost: lost!,
      },
    ];
  });
}

/** Lines by code under both policies. */
export function outcomesOf(plan: LoopPlan, folded: Folded): ReplayResult["outcomes"] {
  return Object.fromEntries(
    plan.coded.map(({ name, codes }, index) => {
      const width = codes.length + 1;
      const count = (from: number, to: number) => folded.changes[index]![from * width + to]!;
      const all = Array.from({ length: width }, (_, each) => each);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      const pairs = [...codes, UNANSWERED].map((code, at): [string, Pair] => [
        String(code),
        { base: sum(all.map((to) => count(at, to))), reform: sum(all.map((from) => count(from, at))) },
      ]);
      return [name, Object.fromEntries(pairs.filter(([, { base, reform }]) => base + reform > 0))];
    }),
  );
}

const UNANSWERED = "unanswered";

/** What changed, the commonest first, each with examples that are told by both policies. */
export function changesOf(plan: LoopPlan, folded: Folded, { base, reform }: ReplayJob): readonly Change[] {
  const tell = teller(base, reform);
  const kinds = [
    ...plan.coded.map(({ name, codes }) => ({ name, codes: [...codes, UNANSWERED].map(String) })),
    { name: plan.burden ?? "", codes: ["less", "more", "same"] },
  ];
  const changes = kinds.flatMap(({ name, codes }, kind) =>
    codes.flatMap((from, at) =>
      codes.flatMap((to, place): Change[] => {
        const lines = folded.changes[kind]![at * codes.length + place]!;
        if (at === place || lines === 0) return [];
        const kept = folded.kept.filter((one) => one.change === kind && one.from === at && one.to === place);
        return [{ output: name, from, to, lines, examples: kept.map(tell) }];
      }),
    ),
  );
  return changes.sort((a, b) => b.lines - a.lines);
}

export function unansweredOf(folded: Folded): readonly Unanswered[] {
  return [...folded.unanswered].map(([key, lines]) => {
    const [, policy, reason, name] = /^(\d) ([^:]*):(.*)$/.exec(key)!;
    return { policy: policy === "0" ? "base" : "reform", reason: reason!, name: name!, lines };
  });
}

export function dayText(day: number): string {
  return dateOf(day).toString();
}
