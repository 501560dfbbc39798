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
  return (run) => bySpan[run.span]!(run);
}

function compileVersion(plan: Plan, parameter: Parameter, version: ParameterVersion): Step {
  const other = version.other ? compileFigure(plan, parameter, version.other) : unknown(parameter);
  if (parameter.by === undefined) return other;
  const fact = plan.rulebook.facts.findIndex(({ name }) => name === parameter.by);
  const keyed = new Map<Held | undefined, Step>(
    version.keyed.map(({ key, figure }) => [key, compileFigure(plan, parameter, figure)]),
  );
  return (run) => (keyed.get(run.facts[fact]) ?? other)(run);
}

function compileFigure(plan: Plan, parameter: Parameter, figure: Figure): Step {
  if (figure.kind === "unknown") return unknown(parameter);
  const value = holdConstant(figure.value, parameter.bounds !== undefined, plan.wide.has(parameter.name));
  return () => value;
}

function unknown(parameter: Parameter): Step {
  return () => halt("unknown-figure", parameter.name);
}
