import type { Bounds } from "../ir/integer.ts";
import type { Place } from "../ir/place.ts";
import type { FactReference, Reference } from "../ir/reference.ts";
import type { ValueType } from "../ir/value-type.ts";
import { builtins } from "../parse/words.ts";
import { hintNear } from "../read/near.ts";
import { firstDay, lastDay } from "../read/scalar/day.ts";
import type { Context } from "./context.ts";
import { toBounds } from "./interval.ts";

/** Reads a name as a value; an optional fact must be known to be present. */
export function refer(name: string, at: Place, context: Context): Reference | undefined {
  const reference = findReference(name, at, context);
  if (reference?.kind !== "fact" || isRequired(name, context) || context.present.has(name)) return reference;
  context.findings.error(
    "optional/unguarded",
    at,
    `Cannot use "${name}" where it may be missing: guard it with default(${name}, …), present(${name}) or a cell`,
  );
  return undefined;
}

/** Reads the name of an optional fact without needing its value. */
export function referOptional(name: string, at: Place, context: Context): FactReference | undefined {
  const reference = findReference(name, at, context);
  if (reference === undefined) return undefined;
  if (reference.kind === "fact" && !isRequired(name, context)) return reference;
  context.findings.error("type/mismatch", at, `Cannot ask whether "${name}" is present: it is not an optional fact`);
  return undefined;
}

/** Whether the name is anything but an optional fact. */
export function isRequired(name: string, { names }: Context): boolean {
  const named = names.find(name);
  return named?.section !== "fact" || !named.fact.optional;
}

/** A name as a reference, whether or not it may be missing; an unknown name is a finding. */
export function findReference(name: string, at: Place, context: Context): Reference | undefined {
  const { names, reads } = context;
  if (name === "legal_day") {
    reads.add(name);
    return { kind: "legal-day", type: { kind: "day" }, ...narrow(name, { min: firstDay, max: lastDay }, context), at };
  }
  const named = names.find(name);
  if (named === undefined) {
    reportUnknown(name, at, context);
    return undefined;
  }
  reads.add(name);
  if (named.section === "broken") return undefined;
  if (named.section === "fact") {
    return { kind: "fact", name, type: named.fact.type, ...narrow(name, named.fact.range, context), at };
  }
  if (named.section === "parameter") {
    return {
      kind: "parameter",
      name,
      type: named.parameter.type,
      ...narrow(name, named.parameter.bounds, context),
      at,
    };
  }
  return referTo(named.section, name, named.type, named.bounds, at, context);
}

function referTo(
  kind: "counter" | "rule",
  name: string,
  type: ValueType,
  bounds: Bounds | undefined,
  at: Place,
  context: Context,
): Reference | undefined {
  if (type.kind !== "list") return { kind, name, type, ...narrow(name, bounds, context), at };
  context.findings.error("sql/unsupported", at, `Cannot read the list "${name}" in a rule: a list is an output only`);
  return undefined;
}

function narrow(name: string, bounds: Bounds | undefined, { narrowed }: Context): { bounds?: Bounds } {
  if (bounds === undefined) return {};
  const narrower = narrowed.get(name);
  return { bounds: narrower === undefined ? bounds : toBounds(narrower) };
}

function reportUnknown(name: string, at: Place, { names, findings }: Context): void {
  if (builtins.has(name)) {
    findings.error("expression/syntax", at, `Cannot use "${name}" as a value: it is a function, write "${name}(…)"`);
    return;
  }
  const hint = hintNear(name, [...names.all(), "legal_day"]);
  findings.error("name/unknown", at, `Cannot find "${name}": no fact, parameter, counter or rule has this name${hint}`);
}
