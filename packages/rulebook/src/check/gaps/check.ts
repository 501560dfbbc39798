import type { CodeList } from "../../ir/code-list.ts";
import type { Expression } from "../../ir/expression.ts";
import type { Parameter } from "../../ir/parameter.ts";
import type { Row, Table } from "../../ir/table.ts";
import type { Findings } from "../../read/findings.ts";
import { dayText } from "../../read/scalar/day.ts";
import { type Assignment, holds } from "./assignment.ts";
import { type Atom, type Dimension, findAtoms } from "./atoms.ts";
import { describeAtom, joinWords } from "./describe.ts";
import { findDimensions, parametersOf } from "./dimensions.ts";
import { findFigures, type KeyCase, keyCases } from "./figures.ts";
import { sameOutput } from "./same.ts";
import { rowsOf, type Scan, type ScanRules, scan } from "./scan.ts";

/** Combinations of atoms that one table may have; a wider table is to be split. */
export const maxCombinations = 1_000_000;

export type TableContext = {
  readonly rule: string;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly findings: Findings;
};

/**
 * Proves that some row hits in every case, that no two do under `unique`, and that every row hits somewhere, by
 * going through all atoms of the columns for every set of parameter figures in force from `from` until `until`.
 */
export function checkRows(table: Table, from: number, until: number | undefined, context: TableContext): void {
  const parameters = parametersOf(table).flatMap((name) => context.parameters.get(name) ?? []);
  const dimensions = findDimensions(table, parameters, context.codes);
  const result: Scan = { hit: 0n, held: 0n };
  const rules = makeRules(table);
  let budget = maxCombinations;
  let skipped = false;
  for (const day of daysOfChange(parameters, from, until)) {
    for (const keys of keyCases(parameters, dimensions)) {
      const figures = findFigures(parameters, day, keys.values);
      if (figures === undefined) {
        skipped = true;
        continue;
      }
      const view = makeView(table, dimensions, keys, figures);
      budget -= view.axes.reduce((product, { masks }) => product * masks.length, 1);
      if (budget < 0) {
        reportWidth(table, context);
        return;
      }
      const before = { gap: result.gap, overlap: result.overlap };
      scan(view.axes, rules, result);
      if (before.gap === undefined && result.gap)
        reportGap(result.gap, view, table, day > from ? day : undefined, context);
      if (before.overlap === undefined && result.overlap) reportOverlap(result.overlap, view, table, context);
    }
  }
  if (!skipped) reportDeadRows(table, result, context);
}

/** What one date and key look like: the atoms of each dimension that rows tell apart, with their rows. */
type View = {
  readonly dimensions: readonly Dimension[];
  readonly atoms: readonly (readonly Atom[])[];
  readonly axes: readonly { readonly masks: readonly bigint[] }[];
};

function makeView(table: Table, dimensions: readonly Dimension[], keys: KeyCase, figures: Assignment): View {
  const columns = dimensions.map((dimension) => {
    const fixed = keys.atoms.get(dimension.name);
    const atoms = fixed ? [fixed] : findAtoms(dimension, figures);
    // Atoms that pass the same rows are one case; neighbours among them are told as one range.
    const byMask = new Map<bigint, Atom>();
    for (const atom of atoms) {
      const mask = maskOf(table, dimension, atom, figures);
      const known = byMask.get(mask);
      if (known === undefined) byMask.set(mask, atom);
      else if (known.to !== undefined && known.to + 1n === atom.value) byMask.set(mask, { ...known, to: atom.to! });
    }
    return byMask;
  });
  return {
    dimensions,
    atoms: columns.map((byMask) => [...byMask.values()]),
    axes: columns.map((byMask) => ({ masks: [...byMask.keys()] })),
  };
}

function maskOf(table: Table, dimension: Dimension, atom: Atom, figures: Assignment): bigint {
  const values = new Map(figures).set(dimension.name, atom.value);
  let mask = 0n;
  for (const row of table.rows) {
    if (testsOf(row, table, dimension.name).every((test) => holds(test, values))) mask |= 1n << BigInt(row.number - 1);
  }
  return mask;
}

function testsOf(row: Row, table: Table, name: string): Expression[] {
  return row.cells.flatMap((cell, index) =>
    cell.kind === "when" && table.columns[index]!.name === name ? [cell.test] : [],
  );
}

function makeRules({ hit, rows }: Table): ScanRules {
  const clash = (set: bigint) => {
    if (hit !== "unique" && hit !== "any") return undefined;
    const [first, ...others] = rowsOf(set);
    const other = others.find((row) => hit === "unique" || !sameOutput(rows[first!]!.output, rows[row]!.output));
    return other === undefined ? undefined : ([first!, other] as const);
  };
  const all = (1n << BigInt(rows.length)) - 1n;
  return { all, needsHit: !hit.startsWith("collect"), firstOnly: hit === "first", clash };
}

/** The first day, and every later one on which a figure that the cells use changes. */
function daysOfChange(parameters: readonly Parameter[], from: number, until: number | undefined): number[] {
  const changes = parameters.flatMap(({ versions }) => versions.map((version) => version.from));
  const within = changes.filter((day) => day > from && (until === undefined || day < until));
  return [...new Set([from, ...within])].toSorted((a, b) => a - b);
}

function reportGap(
  gap: readonly number[],
  view: View,
  table: Table,
  since: number | undefined,
  context: TableContext,
): void {
  const needed = neededAxes(gap, view, table);
  const parts = needed.flatMap((axis) => describeAtom(view.dimensions[axis]!, view.atoms[axis]![gap[axis]!]!) ?? []);
  const from = since === undefined ? "" : ` from ${dayText(since)}`;
  context.findings.error(
    "table/gap",
    table.at,
    `Cannot use the table "${context.rule}": no row for ${joinWords(parts)}${from}`,
  );
}

/** Only the conditions that make the gap: one without which still no row would hit is left out. */
function neededAxes(gap: readonly number[], view: View, table: Table): number[] {
  const all = (1n << BigInt(table.rows.length)) - 1n;
  const axes = [...view.axes.keys()];
  const leaves = (kept: readonly number[]) =>
    kept.reduce((rows, axis) => rows & view.axes[axis]!.masks[gap[axis]!]!, all);
  return axes.reduceRight((kept: number[], axis) => {
    const without = kept.filter((other) => other !== axis);
    return leaves(without) === 0n ? without : kept;
  }, axes);
}

function reportOverlap(overlap: NonNullable<Scan["overlap"]>, view: View, table: Table, context: TableContext): void {
  const parts = overlap.at.flatMap(
    (atom, axis) => describeAtom(view.dimensions[axis]!, view.atoms[axis]![atom]!) ?? [],
  );
  const [first, second] = overlap.rows.map((row) => row + 1);
  const both = `rows ${first} and ${second} both hit for ${joinWords(parts)}`;
  const why = table.hit === "any" ? `${both}, with different outputs` : both;
  context.findings.error(
    "table/overlap",
    table.rows[second! - 1]!.at,
    `Cannot use the table "${context.rule}": ${why}`,
  );
}

function reportDeadRows(table: Table, { hit, held }: Scan, context: TableContext): void {
  const isIn = (rows: bigint, { number }: Row) => ((rows >> BigInt(number - 1)) & 1n) === 1n;
  for (const row of table.rows) {
    if (isIn(hit, row)) continue;
    const why = isIn(held, row) ? "the rows above it take every case" : "its cells contradict each other or the ranges";
    context.findings.error(
      "table/dead-row",
      row.at,
      `Cannot reach row ${row.number} of the table "${context.rule}": ${why}`,
    );
  }
}

function reportWidth(table: Table, { rule, findings }: TableContext): void {
  findings.error(
    "table/width",
    table.at,
    `Cannot check the table "${rule}": it has more than ${maxCombinations} combinations, split it`,
  );
}
