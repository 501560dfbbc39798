import type { Expression } from "../ir/expression.ts";
import { fromBigInt, toBigInt } from "../ir/integer.ts";
import type { Place } from "../ir/place.ts";
import type { ValueType } from "../ir/value-type.ts";
import { hintNear } from "../read/near.ts";
import { isCountry } from "../read/scalar/country.ts";
import { leastCommonMultiple } from "../read/scalar/fraction.ts";
import { typeText } from "../read/scalar/type.ts";
import { makeLiteral, makeScale, overflows } from "./build.ts";
import type { Context } from "./context.ts";
import type { Term } from "./term.ts";

/** Gives a term a type: literals take it, rates come to its scale, anything else is a finding. */
export function settle(term: Term, type: ValueType, context: Context): Expression | undefined {
  switch (term.kind) {
    case "number":
      return settleNumber(term.value, type, term.at, context);
    case "text":
      return settleText(term.value, type, term.at, context);
    case "exact":
      context.findings.error(
        "round/missing",
        term.at,
        "Cannot use an amount that is not rounded: put it into a rounding function such as round_half_up(…)",
      );
      return undefined;
    case "value":
      return settleValue(term.node, type, context);
  }
}

function settleNumber(value: 0n | 1n, type: ValueType, at: Place, { findings }: Context): Expression | undefined {
  if (type.kind === "integer") return makeLiteral(type, value, at);
  if (type.kind === "rate") {
    const one = makeLiteral(type, value * toBigInt(type.over), at);
    return overflows(one, findings) ? undefined : one;
  }
  if (value === 0n && (type.kind === "money" || type.kind === "quantity")) return makeLiteral(type, value, at);
  const isAmount = type.kind === "money" || type.kind === "quantity";
  const [id, why] = isAmount
    ? ["figure/literal", "make it a parameter, so that it is dated and cited"]
    : ["type/mismatch", `${typeText(type)} is expected`];
  findings.error(id!, at, `Cannot use the number ${value} as ${typeText(type)}: ${why}`);
  return undefined;
}

function settleText(value: string, type: ValueType, at: Place, { codes, findings }: Context): Expression | undefined {
  if (type.kind === "text") return makeLiteral(type, value, at);
  if (type.kind === "country") {
    if (isCountry(value)) return makeLiteral(type, value, at);
    findings.error("type/code", at, `Cannot use "${value}" as country: ISO 3166-1 has no such country`);
    return undefined;
  }
  if (type.kind === "code") {
    const known = codes.get(type.list)?.values.map(({ code }) => code) ?? [];
    if (known.includes(value)) return makeLiteral(type, value, at);
    const hint = hintNear(value, known);
    findings.error("type/code", at, `Cannot use "${value}" as ${typeText(type)}: the list has no such code${hint}`);
    return undefined;
  }
  findings.error("type/mismatch", at, `Cannot use the text "${value}" as ${typeText(type)}`);
  return undefined;
}

function settleValue(node: Expression, type: ValueType, { findings }: Context): Expression | undefined {
  const id = findMismatch(node.type, type);
  if (id === undefined) {
    const scaled = scaleTo(node, type);
    if (scaled !== undefined) return overflows(scaled, findings) ? undefined : scaled;
    findings.error(
      "type/mismatch",
      node.at,
      "Cannot use this rate beside a fact: a fact's rate has six decimals, this one needs more",
    );
    return undefined;
  }
  findings.error(id, node.at, `Cannot use ${typeText(node.type)} as ${typeText(type)}${adviceFor(id)}`);
  return undefined;
}

/** The id of the finding when two types are not one; rates of different scales are. */
export function findMismatch(a: ValueType, b: ValueType): string | undefined {
  if (a.kind === "money" && b.kind === "money") return a.currency === b.currency ? undefined : "type/currency";
  if (a.kind === "code" && b.kind === "code") return a.list === b.list ? undefined : "type/code";
  return typeText(a) === typeText(b) ? undefined : "type/mismatch";
}

export function adviceFor(id: string): string {
  if (id === "type/currency") return ": convert it with a dated exchange parameter";
  return id === "type/code" ? ": they are different lists" : "";
}

/** Brings a rate to the scale of its type; undefined when it is not whole there. */
function scaleTo(node: Expression, type: ValueType): Expression | undefined {
  if (node.type.kind !== "rate" || type.kind !== "rate") return node;
  const [over, wanted] = [toBigInt(node.type.over), toBigInt(type.over)];
  return wanted % over === 0n ? makeScale(type, node, wanted / over) : undefined;
}

/** What is done with several terms, for the sentence of a finding: "Cannot compare integer and money CNY". */
export type Mixing = { readonly verb: string; readonly id?: string };

/**
 * Gives several terms one type: that of the first that has one, else `expected`, else a literal's own. Rates take
 * the least scale common to all. Undefined when they cannot be one, which is a finding.
 */
export function unify(
  terms: readonly Term[],
  context: Context,
  mixing: Mixing,
  expected?: ValueType,
): { readonly type: ValueType; readonly nodes: readonly Expression[] } | undefined {
  const type = findType(terms, expected);
  for (const term of terms) {
    const id = term.kind === "value" ? findMismatch(term.node.type, type) : undefined;
    if (id === undefined || term.kind !== "value") continue;
    const pair = `${typeText(type)} and ${typeText(term.node.type)}`;
    const sentence = `Cannot ${mixing.verb} ${pair}${adviceFor(id)}`;
    context.findings.error(mixing.id ?? id, term.node.at, sentence);
    return undefined;
  }
  const nodes = terms.map((term) => settle(term, type, context)).filter((node) => node !== undefined);
  return nodes.length === terms.length ? { type, nodes } : undefined;
}

function findType(terms: readonly Term[], expected: ValueType | undefined): ValueType {
  const types = terms.flatMap((term) => (term.kind === "value" ? [term.node.type] : []));
  const [first] = types;
  if (first?.kind === "rate") {
    const scales = types.map((type) => (type.kind === "rate" ? toBigInt(type.over) : 1n));
    return { kind: "rate", over: fromBigInt(scales.reduce(leastCommonMultiple)) };
  }
  if (first !== undefined) return first;
  if (expected !== undefined) return expected;
  return { kind: terms[0]?.kind === "text" ? "text" : "integer" };
}
