import type { LabKey } from "../lab/lab-text.ts";
import { numberAt, withNumber } from "./number-at.ts";

type Path = readonly (string | number)[];

/** One number of a model's input that can be moved, in whole steps of `1 / 10 ** digits`; a factor moves a whole list alike. */
export type Parameter = {
  readonly id: string;
  readonly kind: "value" | "factor";
  readonly path: Path;
  readonly label: LabKey;
  /** The supplier, partner or line that it belongs to. */
  readonly of: string;
  readonly written: number;
  readonly least: number;
  readonly most: number;
  readonly digits: number;
};

/** By id of the parameter: where a hand has put it. */
export type Moves = Readonly<Record<string, number>>;

/** Sliders on one screen; further partners and lines keep what is written. */
export const PARAMETERS_MAX = 12;

const DIGITS = 2;
/** The whole list as written. */
const AS_WRITTEN = 1;

/** What of the input can be moved, in the order of the screen; nothing where the input is not of the model's shape. */
export function parametersOf(model: string, input: unknown): readonly Parameter[] {
  return (makers[model]?.(input) ?? []).filter((one) => one !== undefined).slice(0, PARAMETERS_MAX);
}

/** The input with every moved number in its place. */
export function withMoves(input: object, parameters: readonly Parameter[], moves: Moves): object {
  return parameters.reduce((at, { id, kind, path }) => {
    const move = moves[id];
    return move === undefined ? at : withNumber(at, path, (number) => (kind === "factor" ? number * move : move));
  }, input);
}

type Made = Parameter | undefined;
type Bounds = readonly [least: number, most: number];

/** A number of the input between bounds that always hold what is written. */
function value(
  input: unknown,
  path: Path,
  label: LabKey,
  bounds: (written: number) => Bounds,
  { of = "", otherwise }: { readonly of?: string; readonly otherwise?: number } = {},
): Made {
  const written = numberAt(input, path) ?? otherwise;
  if (written === undefined) return undefined;
  const [one, other] = bounds(written);
  const [least, most] = [Math.min(one, other, written), Math.max(one, other, written)];
  return { id: path.join("."), kind: "value", path, label, of, written, least, most, digits: DIGITS };
}

function factor(input: unknown, path: Path, label: LabKey, [least, most]: Bounds): Made {
  const list = numberAt(input, [...path, 0]) ?? numberAt(input, [...path, 0, 0]);
  if (list === undefined) return undefined;
  return { id: path.join("."), kind: "factor", path, label, of: "", written: AS_WRITTEN, least, most, digits: DIGITS };
}

function named(input: unknown, list: string, name: (one: Record<string, unknown>) => string): readonly string[] {
  const rows = (input as Record<string, unknown>)[list];
  return Array.isArray(rows) ? rows.map((one: Record<string, unknown>) => name(one)) : [];
}

const around =
  (low: number, high: number) =>
  (written: number): Bounds => [written * low, written * high];
const within =
  (...bounds: Bounds) =>
  (): Bounds =>
    bounds;

/** Bounds are ours: wide enough for what the literature uses, and no law. */
const makers: Readonly<Record<string, (input: unknown) => readonly Made[]>> = {
  "viner-customs-union": (input) => [
    value(input, ["tariff", "rate"], "imp.par.tariff", within(0, 2)),
    value(input, ["tariff", "amount"], "imp.par.tariff", around(0, 2)),
    ...named(input, "suppliers", ({ name }) => String(name)).map((of, index) =>
      value(input, ["suppliers", index, "price"], "imp.par.price", around(0.2, 2), { of }),
    ),
    value(input, ["demand", "slope"], "imp.par.demand-slope", around(0.2, 2)),
    value(input, ["supply", "slope"], "imp.par.supply-slope", around(0.2, 2)),
  ],
  smart: (input) => [
    ...named(input, "imports", ({ partner }) => String(partner)).map((of, index) =>
      value(input, ["imports", index, "tariffAfter"], "imp.par.tariff-after", within(0, 0.5), { of }),
    ),
    value(input, ["importDemandElasticity"], "imp.demand", within(-5, 0)),
    value(input, ["substitutionElasticity"], "imp.substitution", within(0, 6)),
  ],
  gsim: (input) => [
    factor(input, ["tariffAfter"], "imp.par.all-tariffs", [0, 2]),
    factor(input, ["importDemandElasticity"], "imp.demand", [0.25, 2]),
    factor(input, ["exportSupplyElasticity"], "imp.par.supply", [0.25, 2]),
    factor(input, ["substitutionElasticity"], "imp.substitution", [0.25, 2]),
  ],
  "revenue-cascade": (input) => [
    ...named(input, "lines", ({ line, partner }) => `${line} ${partner}`).map((of, index) =>
      value(input, ["lines", index, "dutyFactor"], "imp.par.duty-factor", within(0, 2), { of, otherwise: AS_WRITTEN }),
    ),
    value(input, ["exporterSubstitution"], "imp.substitution", within(0, 4)),
    value(input, ["importDemand"], "imp.demand", within(-3, 0)),
  ],
};
