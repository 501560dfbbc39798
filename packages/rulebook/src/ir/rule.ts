import type { Expression } from "./expression.ts";
import type { Citation } from "./instrument.ts";
import type { Bounds } from "./integer.ts";
import type { Messages } from "./message.ts";
import type { Place } from "./place.ts";
import type { Table } from "./table.ts";
import type { Note, Texts } from "./texts.ts";
import type { ValueType } from "./value-type.ts";

/** `is`: one expression. */
export type Formula = { readonly kind: "is"; readonly expression: Expression };

/** The wording in force from a law date (days since 1970-01-01) until the next version. */
export type RuleVersion = {
  readonly from: number;
  readonly body: Formula | Table;
  readonly source: readonly Citation[];
  readonly note?: Note;
  readonly at: Place;
};

/**
 * A named value. Versions are in ascending order of `from`. Before its first version a rule has no value; the
 * checker proves that nothing in force reads it there. `reads` names every fact, parameter, counter and rule
 * that some version reads, and `legal_day` if one does.
 */
export type Rule = {
  readonly name: string;
  readonly type: ValueType;
  readonly bounds?: Bounds;
  readonly versions: readonly RuleVersion[];
  readonly reads: readonly string[];
  readonly say?: Messages;
  readonly label?: Texts;
  readonly note?: Note;
  readonly at: Place;
};
