export type { Change } from "./compare/change.ts";
export { compareRulebooks } from "./compare/compare-rulebooks.ts";
export { inForceOn } from "./compare/in-force.ts";
export { compileClosures } from "./compile/closures/compile-closures.ts";
export type {
  Answer,
  Counters,
  Days,
  Decide,
  Decided,
  DecideRaw,
  Decision,
  Facts,
  Held,
  Outputs,
  RowsHit,
  Trace,
  Traced,
  Unanswerable,
  VersionsInForce,
} from "./compile/decision.ts";
export { compileFold } from "./compile/fold/compile-fold.ts";
export { type Fold, type FoldBatch, type FoldColumn, FoldError, type Folded } from "./compile/fold/fold.ts";
export { compileRaw, compileSource } from "./compile/source/compile-source.ts";
export { compileSql, type SqlOptions, type SqlQuery } from "./compile/sql/compile-sql.ts";
export { SqlCounterError } from "./compile/sql/counter.ts";
export type { DialectName } from "./compile/sql/dialect.ts";
export { RulebookDefectError } from "./compile/stops.ts";
export { type Contribution, type CountedEvent, compileContribution } from "./counters/contribution.ts";
export { type Count, compileCount } from "./counters/count.ts";
export { isInPeriod, type PeriodKey, periodOf } from "./counters/period.ts";
export { explain } from "./explain/explain.ts";
export {
  formatDay,
  formatMoney,
  formatMonth,
  formatNumber,
  formatRate,
  formatSince,
  pluralOf,
} from "./explain/format.ts";
export { formatQuantity } from "./explain/format-quantity.ts";
export type { ExplanationLine } from "./explain/line.ts";
export { type Reason, reasonsOf } from "./explain/reasons.ts";
export { renderHtml } from "./explain/render-html.ts";
export { renderText } from "./explain/render-text.ts";
export type { Counted, ExplainInput } from "./explain/teller.ts";
export { labelText, valueText } from "./explain/value-text.ts";
export { formulaText, type Hand } from "./explain/working.ts";
export { FactsTextError, parseFactsText } from "./facts/facts-text.ts";
export { firstEvent } from "./facts/first-event.ts";
export { presentCounters, presentFacts, presentOutputs, presentValue, type Written } from "./facts/present-facts.ts";
export { type FactFinding, type ReadFacts, readFacts } from "./facts/read-facts.ts";
export type { Absolute, Add, Arithmetic, Greatest, Least, Multiply, Scale, Subtract } from "./ir/arithmetic.ts";
export type { AddMonths, Calendar, EndOfMonth, YearsBetween } from "./ir/calendar.ts";
export type { CodeList, CodeValue } from "./ir/code-list.ts";
export { type ClosedForm, type Counter, type CounterKey, type Measure, periodKeys, subjectKeys } from "./ir/counter.ts";
export {
  type Because,
  type EarlierEvent,
  type Example,
  type ExampleFacts,
  type ExampleTime,
  type Expectation,
  type UnanswerableReason,
  unanswerableReasons,
} from "./ir/example.ts";
export type { Expression } from "./ir/expression.ts";
export type { Constancy, Fact } from "./ir/fact.ts";
export type { Finding } from "./ir/finding.ts";
export type { Citation, Instrument } from "./ir/instrument.ts";
export { type Bounds, fromBigInt, type Integer, isSafe, toBigInt } from "./ir/integer.ts";
export type { Literal } from "./ir/literal.ts";
export type { And, Compare, CompareRatio, Comparison, If, Logic, Not, Or, Within } from "./ir/logic.ts";
export type { Message, MessageCase, MessagePart, Messages } from "./ir/message.ts";
export type { Default, Optional, Present } from "./ir/optional.ts";
export type { Confidence, Figure, KeyedFigure, Parameter, ParameterVersion } from "./ir/parameter.ts";
export type { Place } from "./ir/place.ts";
export type {
  CounterReference,
  FactReference,
  LegalDay,
  ParameterReference,
  Reference,
  RuleReference,
} from "./ir/reference.ts";
export { type Exact, type Round, type RoundingMode, roundingModes } from "./ir/rounding.ts";
export type { Formula, Rule, RuleVersion } from "./ir/rule.ts";
export type { CheckedRulebook, Clock, ReformOrigin, ReformReplay } from "./ir/rulebook.ts";
export type { Cell, Column, HitPolicy, Row, Table } from "./ir/table.ts";
export { type Language, languages, type Note, type Texts } from "./ir/texts.ts";
export { isNumeric, type Value, type ValueType } from "./ir/value-type.ts";
export { findTestFaults } from "./run/findings.ts";
export { runTests, type TestRun } from "./run/run-tests.ts";
