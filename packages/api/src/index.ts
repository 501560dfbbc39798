export {
  CAPTURE_CONTEXT,
  CAPTURES_MAX,
  CaptureAnswer,
  CaptureReport,
  CaptureSignature,
  FindingList,
  FindingRow,
  SEQUENCE_MAX,
} from "./captures.ts";
export {
  CASE_EVIDENCE_MAX,
  CASE_ROWS_MAX,
  CaseCandidate,
  CaseDetail,
  CaseList,
  CaseOpen,
  CaseParams,
  CaseQuery,
  CaseRow,
  CaseStepRequest,
  CaseSubject,
  MatterDetail,
} from "./cases.ts";
export { Day, Direction, Instant, Language, languages, Money, Texts, Verdict } from "./codes.ts";
export { DECISION_FACTS_MAX, DecisionAnswer, DecisionRequest } from "./decisions.ts";
export { DeviceAdd, DeviceList, DeviceParams, DeviceRow } from "./devices.ts";
export { EntryDetail, EntryList, EntryNumber, EntryRow, type ExplanationLine } from "./entries.ts";
export { HOLDS_MAX, Hold } from "./holds.ts";
export { AtlasChange, ImpactLines, ImpactQuestion, LeaguePlan, OpennessQuestion, WindowQuestion } from "./lab.ts";
export type * from "./lab-answers.ts";
export { Code, CodeLists, LANE_PASSAGES_MAX, PassageList, PassageRow } from "./lanes.ts";
export {
  GateEvent,
  LATE_DAYS_MAX,
  LatePassages,
  PaperPassage,
  SignedGateEvent,
} from "./late-passages.ts";
export { LayoutAnswer, type LayoutBlock, type LayoutGate } from "./layout.ts";
export { GOODS_LINES_MAX, MASS_GRAMS_MAX, MRZ_LINES_MAX, VALUE_MINOR_MAX, VOLUME_ML_MAX } from "./limits.ts";
export {
  Invitation,
  OfficerAdd,
  OfficerAdded,
  OfficerInvite,
  OfficerInvited,
  OfficerList,
  OfficerParams,
  OfficerRow,
  PasskeyParams,
} from "./officers.ts";
export type * from "./openness-answer.ts";
export { OfflinePolicy, PACK_RIGHTS_MAX, PACK_STAYS_MAX, PACK_WATCH_MAX, Pack } from "./packs.ts";
export {
  CoveredSale,
  Decision,
  DocumentInput,
  GoodsLine,
  GoodsOutcome,
  Meter,
  OverrideRequest,
  PassageAnswer,
  PassageRequest,
  Reason,
  Traveller,
  Vehicle,
} from "./passages.ts";
export {
  Act,
  LinkRequest,
  PasskeyAnswer,
  PasskeyOptions,
  PasskeyOptionsRequest,
  PasskeyRegistration,
  SecondAnswer,
  SecondRequest,
} from "./passkeys.ts";
export { ERASURE_REQUESTS_MAX, ErasureList, ErasureRefuse, ErasureRow, PersonErase, PersonParams } from "./persons.ts";
export { Problem } from "./problems.ts";
export {
  NOTE_CHARS_MAX,
  NOTES_SHOWN_MAX,
  ProposalFile,
  ProposalNoteAdd,
  ProposalStageSet,
  ProposalVoteAdd,
} from "./proposal-stages.ts";
export {
  BaseParams,
  PROPOSALS_MAX,
  Proposal,
  ProposalAdd,
  ProposalAdopt,
  ProposalLaw,
  ProposalList,
  ProposalParams,
  ProposalRow,
  RulebookFiles,
} from "./proposals.ts";
export {
  BookingChange,
  BookingParams,
  CALLED_AT_ONCE_MAX,
  DriverBook,
  DriverChange,
  HS_CHAPTER_MAX,
  PeerTrust,
  PlaceCode,
  QueueAnswer,
  QueueBook,
  QueueCall,
  QueueDay,
  QueueFairness,
  QueueOpenings,
  QueuePlace,
  QueuePlan,
  QueueQuestion,
  QueueRow,
  QueueShift,
  QueueSlot,
  RoadClose,
  ShiftSet,
  ShiftStatement,
} from "./queue.ts";
export { Receipt } from "./receipts.ts";
export { Recorded, SecondToken } from "./recorded.ts";
export type { ReplayReport, ReportChange, ReportExample, ReportGroup, ReportPair } from "./replay-report.ts";
export {
  REPLAY_ELASTICITY_MAX,
  REPLAY_PASSAGES_MAX,
  REPLAYS_SHOWN_MAX,
  REPLAYS_WAITING_MAX,
  ReplayAdd,
  ReplayHistory,
  ReplayList,
  ReplayParams,
  ReplayRow,
  ReplayState,
} from "./replays.ts";
export { Amounts, Envelope, ReservationAnswer, ReservationRequest, Right } from "./reservations.ts";
export { routeSummaries } from "./route-summaries.ts";
export { type RouteName, routes } from "./routes.ts";
export {
  RULEBOOK_CHARS_MAX,
  RulebookAdopt,
  RulebookDetail,
  RulebookList,
  RulebookParams,
  RulebookRow,
} from "./rulebooks.ts";
export { COVERS_MAX, SaleId } from "./sale-ids.ts";
export { SaleList, SaleQuery, SaleRow } from "./sales.ts";
export {
  SEAL_RUNS_MAX,
  SEALS_PRINT_MAX,
  SealList,
  SealParams,
  SealPrint,
  SealRunRow,
  SealSeries,
  SealsPrinted,
  SealVoid,
} from "./seals.ts";
export { contentOf } from "./second-content.ts";
export { Role, Session } from "./sessions.ts";
export { type SignedMessage, signatureBase } from "./signature-base.ts";
export {
  contentDigest,
  createDeviceKey,
  type DeviceSigner,
  deviceSigner,
  keyIdOf,
  type RequestToSign,
  SIGNATURE_LIFE_SECONDS,
  SIGNATURE_TAG,
  signRequest,
} from "./signing.ts";
export { Status } from "./status.ts";
export { StayList, StayRow } from "./stays.ts";
export {
  BOARD_ROWS_MAX,
  BoardAnswer,
  BoardQuery,
  boardSpans,
  CapacityAnswer,
  type Figure,
  HallParams,
  HallRequest,
  HallRun,
  LaneOption,
  LaneRow,
  LineForecast,
  LinkNote,
  QueueCount,
  ReasonRow,
  RunnerList,
  RunnerReason,
  RunnerRow,
} from "./supervision.ts";
export {
  DayClosed,
  DayParams,
  SignedTillEvent,
  TillEvent,
  TillEvents,
  TillLast,
  TillRefund,
  TillRelease,
  TillSale,
} from "./tills.ts";
export { VISIT_FORMAT, VisitorAnswer, VisitorPass, VisitorQuestion } from "./visitor.ts";
export { WatchAdd, WatchList, WatchParams, WatchRow } from "./watchlist.ts";
