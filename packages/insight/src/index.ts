export {
  type AdoptionCheck,
  type AdoptionVerdict,
  type CheckedFigure,
  checkAdoption,
  type Forecast,
  type Outcome,
} from "./adoption/adoption-check.ts";
export * from "./atlas/atlas.ts";
export { compareRoles, type RoleAgreement, type RoleComparison, roleChanges } from "./atlas/compare-roles.ts";
export { type AtlasAnswer, type AtlasQuery, askAtlas } from "./atlas/query.ts";
export { type LinkChange, type PlaceRoles, type RolesResult, rolesOf } from "./atlas/roles.ts";
export { simulate } from "./capacity/simulate.ts";
export type { Layout, Seen, Station } from "./capacity/station.ts";
export { openHistory, sqlText } from "./history/duckdb.ts";
export { type RecordedLine, writeRecorded } from "./history/recorded.ts";
export { MONTE_CARLO_DRAWS_MAX, type MonteCarlo, monteCarlo } from "./impact/monte-carlo.ts";
export { type Range, usualOutput, usualRanges } from "./impact/ranges.ts";
export {
  type DiversionFormula,
  diversionFormulas,
  type SmartElasticities,
  type SmartLine,
  type SmartLines,
  type SmartTotals,
  smartLines,
} from "./impact/smart-lines.ts";
export { RANGES_MAX, type Tornado, type TornadoBar, tornado } from "./impact/tornado.ts";
export { FLOW_BYTES_MAX, FLOW_ROWS_MAX, type FlowFault, readTradeFlows, type TradeFlow } from "./impact/trade-flows.ts";
export { type QuantityPrice, type VinerPicture, vinerPicture, type WelfareArea } from "./impact/viner-picture.ts";
export { type WorkingStep, workingModels, workingOf } from "./impact/working.ts";
export { type Alarm, type AlarmRule, alarmsOf, gapAlarm, usualAlarmRule } from "./indicators/alarms.ts";
export { type FlowLine, flowBoard, flows } from "./indicators/flow-board.ts";
export { type League, type LeaguePlan, leagueOf } from "./indicators/league.ts";
export * from "./indicators/registry.ts";
export { conflictsOf, type FigureConflict, type Series, type SeriesPoint, seriesOf } from "./indicators/series.ts";
export {
  type ChoiceShare,
  DRAWS_MAX,
  type IndexUncertainty,
  indexUncertainty,
  type RankInterval,
} from "./indicators/uncertainty.ts";
export { type IndexInput, usualVariation, type Variation } from "./indicators/variation.ts";
export { Input, ModelInputError } from "./models/input.ts";
export type { Model, Result } from "./models/model.ts";
export { models } from "./models/registry.ts";
export { OpennessError } from "./openness/error.ts";
export { exampleSample } from "./openness/example-sample.ts";
export type { TwinEvent } from "./openness/history-counters.ts";
export { historySample, type SamplePlan } from "./openness/history-sample.ts";
export { type OutputOpenness, opennessOf, type StaticOpenness } from "./openness/openness.ts";
export { type OriginFact, originFacts } from "./openness/origin-facts.ts";
export type { Provision } from "./openness/provision.ts";
export type { Reading } from "./openness/readings.ts";
export { compareSides, type SideResult, type SideSample } from "./openness/sides.ts";
export type * from "./openness/twin-result.ts";
export { PASSPORTS_MAX, TWIN_EVENTS_MAX, type TwinJob, twins } from "./openness/twins.ts";
export { replayApart } from "./replay/apart.ts";
export { dateOf, periodsOf } from "./replay/calendar.ts";
export { type Dimension, type DimensionName, dimensionNames } from "./replay/dimensions.ts";
export { ReplayError } from "./replay/error.ts";
export type { GoodsFacts } from "./replay/facts.ts";
export { createFeed, type Feed } from "./replay/feed.ts";
export { type Folded, type FoldSource, fold, type Share, SORTED_LINES } from "./replay/fold.ts";
export type { ReplayJob } from "./replay/job.ts";
export type { LoopPlan } from "./replay/loop.ts";
export { amountsOf, codedOf } from "./replay/outputs.ts";
export { type Policy, policyOf } from "./replay/policy.ts";
export { type Progress, replay } from "./replay/replay.ts";
export { ELASTICITY_MAX } from "./replay/response.ts";
export type * from "./replay/result.ts";
export { type SqlSource, twoPolicies, withStoredCounter } from "./replay/sql.ts";
export { type CountableHistory, storeCounters } from "./replay/stored-counters.ts";
export { alarmHistory, withAlarms } from "./streams/alarm-events.ts";
export {
  type HistoricChange,
  khorgosChronology,
  khorgosStreams,
  type Stage,
  type StreamEvent,
  type StreamName,
  type StreamProposal,
  type Streams,
  stages,
  streamNames,
} from "./streams/events.ts";
export { quartersOf, quarterText } from "./streams/quarters.ts";
export { WEIGHT_DRAWS_MAX, type WeightSensitivity, weightSensitivity } from "./streams/sensitivity.ts";
export { type JudgedChange, validateWindows, type WindowValidation } from "./streams/validation.ts";
export { usualWindowRule, type WindowPoint, type WindowRule, type Windows, windowsOf } from "./streams/windows.ts";
export { type Calibration, khorgosCalibration } from "./traffic/calibration.ts";
export { type TrafficRow, trafficColumns } from "./traffic/columns.ts";
export { generateTraffic, PASSAGES_MAX } from "./traffic/generate.ts";
export { readTraffic, writeTraffic } from "./traffic/parquet.ts";
export type { TrafficPassage } from "./traffic/passages.ts";
export { type Chance, createChance, weighted } from "./traffic/random.ts";
export { rowsOf } from "./traffic/rows.ts";
