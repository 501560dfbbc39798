import { type Period, periods } from "../calendar/period.ts";
import { Field, ZoneFileError } from "../zones/fields.ts";
import { type StayClock, stayClocks } from "./ticks.ts";

/** How a law limits stays; what is absent is not limited. All days are days of `clock`, entries those of the legal calendar. */
export type StayTerms = {
  /** Whose legal days count. */
  readonly side: string;
  readonly clock: StayClock;
  readonly perVisit?: number;
  readonly window?: { readonly days: number; readonly within: number };
  readonly entries?: { readonly most: number; readonly per: Period };
  /** Days that must lie between an exit and the next entry. */
  readonly coolOff?: number;
};

/** A figure is a parameter of the named rulebook on the day; undefined where the law gives none. */
export type FigureOf = (parameter: string) => number | undefined;

/**
 * Reads the terms that the zone's file states for one rulebook: `stays.<rulebook>`. Figures stand in the rulebook, under
 * the parameter's name; a named figure that is unknown on the day limits nothing. Throws ZoneFileError that names the field.
 */
export function readStayTerms(zoneFile: unknown, rulebook: string, figureOf: FigureOf): StayTerms {
  const terms = new Field(zoneFile).at("stays").at(rulebook);
  const days = (field: Field): number | undefined => (field.isPresent ? figureOf(field.text()) : undefined);
  const [perVisit, coolOff] = [days(terms.at("per_visit")), days(terms.at("cool_off"))];
  const window = pair(terms.at("window"), "days", "within", days);
  const most = terms.at("entries").isPresent ? days(terms.at("entries").at("most")) : undefined;
  return {
    side: terms.at("side").text().toLowerCase(),
    clock: oneOf(terms.at("clock"), stayClocks),
    ...(perVisit === undefined ? {} : { perVisit }),
    ...(window === undefined ? {} : { window: { days: window[0], within: window[1] } }),
    ...(most === undefined ? {} : { entries: { most, per: oneOf(terms.at("entries").at("per"), periods) } }),
    ...(coolOff === undefined ? {} : { coolOff }),
  };
}

function pair(
  field: Field,
  one: string,
  other: string,
  days: (field: Field) => number | undefined,
): [number, number] | undefined {
  if (!field.isPresent) return undefined;
  const [first, second] = [days(field.at(one)), days(field.at(other))];
  return first === undefined || second === undefined ? undefined : [first, second];
}

function oneOf<T extends string>(field: Field, values: readonly T[]): T {
  const value = values.find((one) => one === field.text());
  if (value === undefined) throw new ZoneFileError(field.path, `one of ${values.join(", ")}`);
  return value;
}
