import type { CodeList } from "../ir/code-list.ts";
import type { Counter, CounterKey } from "../ir/counter.ts";
import type { Fact } from "../ir/fact.ts";
import type { Citation, Instrument } from "../ir/instrument.ts";
import type { Message } from "../ir/message.ts";
import type { Parameter } from "../ir/parameter.ts";
import type { Place } from "../ir/place.ts";
import type { Clock } from "../ir/rulebook.ts";
import type { HitPolicy } from "../ir/table.ts";
import type { Language, Note, Texts } from "../ir/texts.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { Syntax } from "../parse/syntax.ts";
import type { TableSyntax } from "../parse/table.ts";
import type { Node, Scalar } from "./node.ts";

/** A rulebook as read: every section in its shape, expressions parsed, nothing of it related to another yet. */
export type Draft = {
  readonly head: Head;
  readonly instruments: readonly Instrument[];
  readonly codes: readonly CodeList[];
  readonly facts: readonly Fact[];
  readonly parameters: readonly Parameter[];
  readonly counters: readonly CounterDraft[];
  readonly rules: readonly RuleDraft[];
  readonly outputs: readonly Scalar[];
  readonly tests: Node | undefined;
  /** Every name the file declares, also where the declaration itself could not be read. */
  readonly declared: readonly Declaration[];
};

export type Head = {
  readonly name: string;
  readonly side: string;
  readonly decides: string;
  readonly clock: Clock;
  readonly covers: { readonly from: number };
  readonly label: Texts;
  readonly note?: Note;
  readonly at: Place;
};

export type Section = "fact" | "parameter" | "counter" | "rule";
export type Declaration = { readonly section: Section; readonly name: string; readonly at: Place };

export type CounterDraft = {
  readonly name: string;
  readonly kind: Counter["kind"];
  /** The name summed; without it the counter counts events. */
  readonly sum?: Scalar;
  readonly per: readonly CounterKey[];
  readonly within?: number;
  readonly where?: Syntax;
  readonly range: Scalar;
  readonly source: readonly Citation[];
  readonly label?: Texts;
  readonly at: Place;
};

export type RuleDraft = {
  readonly name: string;
  readonly type: ValueType;
  readonly versions: readonly VersionDraft[];
  readonly say?: SayDraft;
  readonly label?: Texts;
  readonly note?: Note;
  readonly at: Place;
};

/** Parsed say-texts with the place of each; a language that is missing was found already. */
export type SayDraft = { readonly at: Place; readonly texts: { readonly [language in Language]?: SayText } };
export type SayText = { readonly message: Message; readonly at: Place };

export type VersionDraft = {
  readonly from: number;
  readonly body: FormulaDraft | TableDraft;
  readonly source: readonly Citation[];
  readonly note?: Note;
  readonly at: Place;
};

export type FormulaDraft = { readonly kind: "is"; readonly syntax: Syntax };
export type TableDraft = {
  readonly kind: "table";
  readonly hit: HitPolicy;
  readonly empty?: Syntax;
  readonly table: TableSyntax;
  /** Citations of the rows, in their order; a row without its own is supported by the version's. */
  readonly sources: readonly (readonly Citation[])[];
  readonly at: Place;
};
