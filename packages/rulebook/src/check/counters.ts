import type { Counter, Measure } from "../ir/counter.ts";
import type { Bounds } from "../ir/integer.ts";
import { fromBigInt } from "../ir/integer.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { CounterDraft, Draft } from "../read/draft.ts";
import type { Findings } from "../read/findings.ts";
import { hintNear } from "../read/near.ts";
import { parseRange } from "../read/scalar/range.ts";
import { typeText } from "../read/scalar/type.ts";
import { readScalar } from "../read/values.ts";
import type { Context } from "./context.ts";
import { checkCondition } from "./expression.ts";
import { findReference } from "./references.ts";

/** A counter whose type and range are known, before the rules it sums are. */
export type CounterHead = { readonly draft: CounterDraft; readonly type: ValueType; readonly range: Bounds };

/** The type a counter sums, by declarations alone: rules read counters before the rules they sum are checked. */
export function readCounterHead(draft: CounterDraft, file: Draft, findings: Findings): CounterHead | undefined {
  const type = findSumType(draft, file, findings);
  if (type === undefined) return undefined;
  const parse = (text: string) => parseRange(type, text);
  const range = readScalar(draft.range, `a range of ${typeText(type)}`, parse, findings, "bound/range");
  if (range === undefined) return undefined;
  if (range.min > 0n) {
    findings.error("bound/range", draft.range.at, `Cannot bound "${draft.name}": a counter begins at 0`);
  }
  return { draft, type, range: { min: fromBigInt(range.min), max: fromBigInt(range.max) } };
}

function findSumType({ name, sum }: CounterDraft, file: Draft, findings: Findings): ValueType | undefined {
  if (sum === undefined) return { kind: "integer" };
  const summed = [...file.facts, ...file.rules].find((declared) => declared.name === sum.text);
  if (summed === undefined) {
    if (file.declared.some((declared) => declared.name === sum.text && isSummable(declared.section))) return undefined;
    const known = [...file.facts, ...file.rules].map((declared) => declared.name);
    const hint = hintNear(sum.text, known);
    findings.error(
      "name/unknown",
      sum.at,
      `Cannot sum "${sum.text}" in "${name}": no fact or rule has this name${hint}`,
    );
    return undefined;
  }
  if (["integer", "money", "quantity"].includes(summed.type.kind)) return summed.type;
  findings.error("type/mismatch", sum.at, `Cannot sum "${sum.text}" in "${name}": ${typeText(summed.type)} has no sum`);
  return undefined;
}

function isSummable(section: string): boolean {
  return section === "fact" || section === "rule";
}

/** A counter with its parts checked; its kind is proven, and its definition hashed, later. */
export type CheckedCounter = {
  readonly counter: Omit<Counter, "definition" | "closed">;
  /** What the sum and the condition read on the earlier event. */
  readonly reads: readonly string[];
};

/** Checks what a counter sums and its condition, when all rules are known. */
export function checkCounter(
  head: CounterHead,
  outputs: ReadonlySet<string>,
  context: Context,
): CheckedCounter | undefined {
  const { draft, type, range } = head;
  const reads = new Set<string>();
  const inner = { ...context, reads };
  const measure = checkMeasure(draft, outputs, inner);
  const where = draft.where && checkCondition(draft.where, inner);
  if (measure === undefined || (draft.where && where === undefined)) return undefined;
  if (!mayRead(draft, reads, outputs, context)) return undefined;
  const { name, kind, per, within, source, label, at } = draft;
  const counter = { name, kind, type, measure, per, ...(within !== undefined && { within }), ...(where && { where }) };
  return { counter: { ...counter, range, source, ...(label && { label }), at }, reads: [...reads] };
}

function checkMeasure({ sum }: CounterDraft, outputs: ReadonlySet<string>, context: Context): Measure | undefined {
  if (sum === undefined) return { kind: "count" };
  const of = findReference(sum.text, sum.at, context);
  if (of?.kind === "fact") return { kind: "sum", of };
  if (of?.kind !== "rule") return undefined;
  if (outputs.has(of.name)) return { kind: "sum", of };
  context.findings.error(
    "counter/not-output",
    sum.at,
    `Cannot sum "${sum.text}": only outputs are recorded, add it to "outputs"`,
  );
  return undefined;
}

/** The condition reads facts and outputs of the earlier event; parameters as of its law date. */
function mayRead(
  draft: CounterDraft,
  reads: ReadonlySet<string>,
  outputs: ReadonlySet<string>,
  { names, findings }: Context,
): boolean {
  const at = draft.where?.at ?? draft.at;
  for (const name of reads) {
    const section = names.sectionOf(name);
    if (section === "counter") {
      findings.error(
        "counter/loop",
        at,
        `Cannot use the counter "${name}" in the condition of "${draft.name}": a counter reads facts and outputs`,
      );
      return false;
    }
    if (section === "rule" && !outputs.has(name)) {
      findings.error(
        "counter/not-output",
        at,
        `Cannot use "${name}" in the condition of "${draft.name}": only outputs are recorded, add it to "outputs"`,
      );
      return false;
    }
  }
  return true;
}
