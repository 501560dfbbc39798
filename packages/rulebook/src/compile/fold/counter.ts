import type { Counter, CounterKey } from "../../ir/counter.ts";
import { isSafe } from "../../ir/integer.ts";
import type { FactReference, RuleReference } from "../../ir/reference.ts";
import { emitExpression } from "../source/expression.ts";
import { fitsInt32 } from "../source/int32.ts";
import type { Scope } from "../source/scope.ts";
import { FoldError } from "./fold.ts";

const periods: { readonly [key in CounterKey]?: string } = {
  legal_day: "legal",
  legal_week: "periodOf('legal_week', legal)",
  legal_month: "periodOf('legal_month', legal)",
  legal_year: "periodOf('legal_year', legal)",
};

/** Stands for no key yet; keys are 32-bit integers, so that the loop holds no doubles for them. */
export const noKey = String(-(2 ** 31));

/** The subject all folded counters are kept by; rows are sorted by it first. */
export function partitionOf(counters: readonly Counter[]): CounterKey | undefined {
  const subjects = (counters[0]?.per ?? []).filter((key) => periods[key] === undefined);
  const found = subjects.find((key) => counters.every(({ per }) => per.includes(key)));
  if (counters.length > 0 && found === undefined) {
    throw new FoldError(
      counters.map(({ name }) => name).join(", "),
      "the counters have no subject in common to sort by",
    );
  }
  return found;
}

/** What lives from row to row: the sum of the present key, and the keys and sums before it. */
export type CounterState = {
  /** Locals of the loop with their first values, kept in between batches; small ones are 32-bit integers. */
  readonly locals: readonly (readonly [name: string, first: string, isSmall: boolean])[];
  readonly lists: readonly string[];
};

export function counterState(counter: Counter, partition: CounterKey | undefined): CounterState {
  const { name, range, within, per } = counter;
  if (!isSafe(range)) throw new FoldError(name, "its range exceeds 2^53");
  if (within !== undefined) return { locals: [], lists: [`D_${name}`, `S_${name}`] };
  const keys = per.filter((key) => key !== partition);
  const held = keys.flatMap((_, place) => [
    [`k${place}_${name}`, noKey, true] as const,
    [`t${place}_${name}`, noKey, true] as const,
  ]);
  return {
    locals: [[`c_${name}`, "0", isSmall(counter)], [`n_${name}`, "0", true], ...held],
    lists: [`K_${name}`, `S_${name}`],
  };
}

/** Whether a sum within its range stays a 32-bit integer when the next row is added: then the loop holds no double for it. */
function isSmall({ range, measure }: Counter): boolean {
  if (measure.kind === "count") return fitsInt32(range, 1);
  const { bounds } = measure.of;
  return bounds !== undefined && fitsInt32(range, Math.max(Math.abs(Number(bounds.min)), Math.abs(Number(bounds.max))));
}

/**
 * Lines that bring the counter to the row's key. A key beyond all before begins at 0; one that comes back, as an event
 * noted late, is looked up among the keys of this subject.
 */
export function emitCounterRead(counter: Counter, partition: CounterKey | undefined): string[] {
  const { name, within, per } = counter;
  const whole = isSmall(counter) ? " | 0" : "";
  const keys = per.filter((key) => key !== partition).map((key) => periods[key] ?? `B_${key}[i]`);
  if (within !== undefined) return emitWindowRead(name, within, keys);
  if (keys.length === 0) return [`if (fresh) c_${name} = 0;`];
  const each = (write: (place: number) => string, glue: string) => keys.map((_, place) => write(place)).join(glue);
  const isOther = each((place) => `q${place} !== k${place}_${name}`, " || ");
  const isNewer = keys.reduceRight((rest, _, place) => {
    const [own, top] = [`q${place}`, `t${place}_${name}`];
    return `(${own} > ${top}${rest === "" ? "" : ` || (${own} === ${top} && ${rest})`})`;
  }, "");
  const at = (place: number, index: string) => `K_${name}[${index} * ${keys.length} + ${place}]`;
  return [
    `{ ${keys.map((text, place) => `const q${place} = ${text};`).join(" ")} if (fresh || ${isOther}) {`,
    `if (fresh) { n_${name} = 0; ${each((place) => `t${place}_${name} = ${noKey};`, " ")} }`,
    `else { ${each((place) => `${at(place, `n_${name}`)} = k${place}_${name};`, " ")} S_${name}[n_${name}++] = c_${name}; }`,
    `c_${name} = 0;`,
    `if (${isNewer}) { ${each((place) => `t${place}_${name} = q${place};`, " ")} }`,
    `else for (let j = n_${name} - 1; j >= 0; j--) if (${each((place) => `${at(place, "j")} === q${place}`, " && ")}) { c_${name} = S_${name}[j]${whole}; break; }`,
    `${each((place) => `k${place}_${name} = q${place};`, " ")} } }`,
  ];
}

/** A rolling window adds up the days it reaches back to; other keys of the counter are not supported with it. */
function emitWindowRead(name: string, within: number, keys: readonly string[]): string[] {
  if (keys.length > 0) throw new FoldError(name, "a rolling window with further keys");
  return [
    `if (fresh) { D_${name}.length = 0; S_${name}.length = 0; }`,
    `let c_${name} = 0;`,
    `for (let j = D_${name}.length - 1; j >= 0; j--) if (D_${name}[j] <= legal && D_${name}[j] > legal - ${within}) c_${name} += S_${name}[j];`,
  ];
}

/** Lines that add what the decided row counts for. */
export function emitCounterAdd(counter: Counter, scope: Scope): string[] {
  const { name, within, where, measure } = counter;
  const amount = measure.kind === "count" ? "1" : emitAmount(measure.of, scope);
  const sum = isSmall(counter) ? `c_${name} = (c_${name} + ${amount}) | 0;` : `c_${name} += ${amount};`;
  const add = within === undefined ? sum : `{ D_${name}.push(legal); S_${name}.push(${amount}); }`;
  return [where ? `if (${emitExpression(where, scope)}) ${add}` : add];
}

/** A summed fact may be missing, and adds 0. */
function emitAmount({ kind, name }: FactReference | RuleReference, { plan }: Scope): string {
  const isOptional = plan.rulebook.facts.some((fact) => fact.name === name && fact.optional);
  if (kind === "rule") return `r_${name}`;
  return isOptional ? `(f_${name} ?? 0)` : `f_${name}`;
}
