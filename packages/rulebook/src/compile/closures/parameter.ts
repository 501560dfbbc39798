import type { Figure, Parameter, ParameterVersion } from "../../ir/parameter.ts";
import type { Held } from "../decision.ts";
import type { Plan } from "../plan.ts";
import { halt } from "../stops.ts";
import { holdConstant } from "./held.ts";
import type { Step } from "./run.ts";

/** A step that finds the figure in force: the version by span of law dates, then the figure by key. */
export function compileParameter(plan: Plan, name: string): Step {
  const index = plan.rulebook.parameters.findIndex((parameter) => parameter.name === name);
  const parameter = plan.rulebook.parameters[index]!;
  const versions = parameter.versions.map((version) => compileVersion(plan, parameter, version));
  const bySpan = plan.inForce.map(({ parameters }) => {
    return versions[parameters[index]!] ?? (() => halt("before-coverage", name));
  });
  const [only, ...more] = [...new Set(bySpan)];
  if (more.length === 0) return only!;
  const constants = parameter.by === undefined ? constantsOf(plan, parameter, index) : undefined;
  return constants ? (run) => constants[run.span]! : (run) => bySpan[run.span]!(run);
}

/** The figure of each span, when all are known and none depends on a key. */
function constantsOf(plan: Plan, parameter: Parameter, index: number): Held[] | undefined {
  const figures = plan.inForce.map(({ parameters }) => parameter.versions[parameters[index]!]?.other);
  const known = figures.flatMap((figure) => (figure?.kind === "known" ? [holdFigure(plan, parameter, figure)] : []));
  return known.length === figures.length ? known : undefined;
}

function compileVersion(plan: Plan, parameter: Parameter, version: ParameterVersion): Step {
  const other = version.other ? compileFigure(plan, parameter, version.other) : unknown(parameter);
  if (parameter.by === undefined) return other;
  const fact = plan.factIndex.get(parameter.by)!;
  const values = keyedValues(plan, parameter, version);
  if (values) return (run) => values.get(run.facts[fact]) ?? values.get(undefined)!;
  const keyed = new Map<Held | undefined, Step>(
    version.keyed.map(({ key, figure }) => [key, compileFigure(plan, parameter, figure)]),
  );
  return (run) => (keyed.get(run.facts[fact]) ?? other)(run);
}

/** The figures by key, that of the other keys under `undefined`, when all are known. */
function keyedValues(
  plan: Plan,
  parameter: Parameter,
  version: ParameterVersion,
): Map<Held | undefined, Held> | undefined {
  const figures = [...version.keyed, { key: undefined, figure: version.other }];
  const known = figures.flatMap(({ key, figure }) =>
    figure?.kind === "known" ? [[key, holdFigure(plan, parameter, figure)] as const] : [],
  );
  return known.length === figures.length ? new Map<Held | undefined, Held>(known) : undefined;
}

function compileFigure(plan: Plan, parameter: Parameter, figure: Figure): Step {
  if (figure.kind === "unknown") return unknown(parameter);
  const value = holdFigure(plan, parameter, figure);
  return () => value;
}

function holdFigure(plan: Plan, parameter: Parameter, figure: Extract<Figure, { kind: "known" }>): Held {
  return holdConstant(figure.value, parameter.bounds !== undefined, plan.wide.has(parameter.name));
}

function unknown(parameter: Parameter): Step {
  return () => halt("unknown-figure", parameter.name);
}
