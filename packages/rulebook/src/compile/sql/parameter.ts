import type { Figure, Parameter, ParameterVersion } from "../../ir/parameter.ts";
import { constantText, integerText, standIn } from "./constant.ts";
import { quoteName } from "./dialect.ts";
import type { SqlScope } from "./scope.ts";

/** The figure in force on the row's law date, newest version first. */
export function parameterText(name: string, scope: SqlScope): string {
  return chooseText(name, scope, (parameter, figure) => {
    if (figure?.kind === "known") return constantText(parameter.type, figure.value, scope.dialect);
    // Within the parameter's own bounds, so that all that is proven of them stays true.
    return parameter.bounds ? integerText(parameter.bounds.min, scope.dialect) : standIn(parameter.type, scope.dialect);
  });
}

/** Empty text where the figure in force is known, else the refusal. */
export function parameterRefusalText(name: string, scope: SqlScope): string {
  return chooseText(name, scope, (_, figure) =>
    scope.dialect.text(figure?.kind === "known" ? "" : `unknown-figure:${name}`),
  );
}

type Write = (parameter: Parameter, figure: Figure | undefined) => string;

function chooseText(name: string, scope: SqlScope, write: Write): string {
  const parameter = scope.plan.rulebook.parameters.find((each) => each.name === name)!;
  const { from: first } = scope.plan.rulebook.covers;
  const inCover = parameter.versions.filter((_, index) => {
    const next = parameter.versions[index + 1];
    return next === undefined || next.from > first;
  });
  const [oldest, ...newer] = inCover;
  const branches = newer
    .toReversed()
    .map((version) => `WHEN "law" >= ${version.from} THEN ${versionText(parameter, version, scope, write)}`);
  const last = versionText(parameter, oldest!, scope, write);
  return branches.length === 0 ? last : `(CASE ${branches.join(" ")} ELSE ${last} END)`;
}

function versionText(parameter: Parameter, version: ParameterVersion, scope: SqlScope, write: Write): string {
  const other = write(parameter, version.other);
  if (parameter.by === undefined || version.keyed.length === 0) return other;
  const key = quoteName(parameter.by);
  const branches = version.keyed.map(
    (keyed) => `WHEN ${key} = ${scope.dialect.text(keyed.key)} THEN ${write(parameter, keyed.figure)}`,
  );
  return `(CASE ${branches.join(" ")} ELSE ${other} END)`;
}
