import type { Figure, Parameter, ParameterVersion } from "../../ir/parameter.ts";
import { type Assignment, type AtomValue, asAtomValue } from "./assignment.ts";
import type { Atom, Dimension } from "./atoms.ts";
import { findAtoms } from "./atoms.ts";
import { keysBy } from "./dimensions.ts";

/** One choice of the facts that parameters are keyed by; those that are columns have only this atom. */
export type KeyCase = {
  readonly values: ReadonlyMap<string, AtomValue>;
  readonly atoms: ReadonlyMap<string, Atom>;
};

/** All choices of the facts that the table's parameters are keyed by; one empty choice when there are none. */
export function keyCases(parameters: readonly Parameter[], dimensions: readonly Dimension[]): KeyCase[] {
  const facts = [...new Set(parameters.flatMap(({ by }) => (by === undefined ? [] : [by])))];
  let cases: KeyCase[] = [{ values: new Map(), atoms: new Map() }];
  for (const fact of facts) {
    const dimension = dimensions.find(({ name }) => name === fact);
    const atoms = dimension ? findAtoms(dimension, new Map()) : hiddenAtoms(parameters, fact);
    cases = cases.flatMap(({ values, atoms: known }) =>
      atoms.map((atom) => ({
        values: new Map([...values, [fact, atom.value]]),
        atoms: dimension ? new Map([...known, [fact, atom]]) : known,
      })),
    );
  }
  return cases;
}

/** A key that is no column matters only by the figures it selects: each named key, and any other. */
function hiddenAtoms(parameters: readonly Parameter[], fact: string): Atom[] {
  const keys = [...keysBy(parameters, fact)];
  const open = parameters.some(({ by, versions }) => by === fact && versions.some(({ other }) => other !== undefined));
  return [...keys.map((value) => ({ value })), ...(open ? [{ value: "??", others: true }] : [])];
}

/** The figures in force on a day for a choice of keys; undefined where one is unknown or not yet in force. */
export function findFigures(
  parameters: readonly Parameter[],
  day: number,
  keys: ReadonlyMap<string, AtomValue>,
): Assignment | undefined {
  const figures = new Map<string, AtomValue>();
  for (const { name, type, by, versions } of parameters) {
    const version = versions.findLast(({ from }) => from <= day);
    const figure = version && pick(version, by === undefined ? undefined : keys.get(by));
    if (figure?.kind !== "known") return undefined;
    figures.set(name, asAtomValue(figure.value, type));
  }
  return figures;
}

function pick({ keyed, other }: ParameterVersion, key: AtomValue | undefined): Figure | undefined {
  return keyed.find((entry) => entry.key === key)?.figure ?? other;
}
