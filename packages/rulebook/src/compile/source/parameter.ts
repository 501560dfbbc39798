import type { Figure, Parameter, ParameterVersion } from "../../ir/parameter.ts";
import { emitConstant } from "./held.ts";
import type { Scope } from "./scope.ts";

/** Keys beyond which a lookup is a Map and not a chain of comparisons. */
const CHAIN_MAX = 8;

/** Text of a parameter where it is read: its local, or the choice of version and key in place. */
export function emitParameter(name: string, scope: Scope): string {
  return scope.hoisted.has(name) ? `p_${name}` : emitParameterValue(name, scope);
}

/** The choice of the version in force on `law`, newest first, and of the key's figure in it. */
export function emitParameterValue(name: string, scope: Scope): string {
  const parameter = scope.plan.rulebook.parameters.find((each) => each.name === name)!;
  const { from: first } = scope.plan.rulebook.covers;
  const inCover = parameter.versions.filter((_, index) => {
    const next = parameter.versions[index + 1];
    return next === undefined || next.from > first;
  });
  const [oldest, ...newer] = inCover;
  const start = oldest!.from > first ? `halt("before-coverage", ${JSON.stringify(name)})` : undefined;
  const base = emitVersion(parameter, oldest!, scope);
  return newer.reduce(
    (text, version) => `(law >= ${version.from} ? ${emitVersion(parameter, version, scope)} : ${text})`,
    start === undefined ? base : `(law >= ${oldest!.from} ? ${base} : ${start})`,
  );
}

function emitVersion(parameter: Parameter, version: ParameterVersion, scope: Scope): string {
  const other = version.other ? emitFigure(parameter, version.other, scope) : undefined;
  if (parameter.by === undefined) return other!;
  const key = scope.fact(parameter.by);
  const unknown = version.keyed.filter(({ figure }) => figure.kind === "unknown");
  const known = version.keyed.filter(({ figure }) => figure.kind === "known");
  const found = known.length > CHAIN_MAX ? emitLookup(parameter, known, other, key, scope) : undefined;
  const last = found ?? other ?? `halt("unknown-figure", ${JSON.stringify(parameter.name)})`;
  const chain = found ? unknown : [...unknown, ...known];
  return chain.reduceRight(
    (text, keyed) =>
      `(${key} === ${JSON.stringify(keyed.key)} ? ${emitFigure(parameter, keyed.figure, scope)} : ${text})`,
    last,
  );
}

function emitLookup(
  parameter: Parameter,
  known: ParameterVersion["keyed"],
  other: string | undefined,
  key: string,
  scope: Scope,
): string {
  const entries = known.map(
    ({ key: name, figure }) => `[${JSON.stringify(name)}, ${emitFigure(parameter, figure, scope)}]`,
  );
  const map = scope.constant(`new Map([${entries.join(", ")}])`);
  return other === undefined ? `${map}.get(${key})` : `(${map}.get(${key}) ?? ${other})`;
}

function emitFigure(parameter: Parameter, figure: Figure, scope: Scope): string {
  if (figure.kind === "unknown") return `halt("unknown-figure", ${JSON.stringify(parameter.name)})`;
  return emitConstant(figure.value, parameter.bounds !== undefined, scope.plan.wide.has(parameter.name));
}
