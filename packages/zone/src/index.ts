export { abilities, menu } from "./access/abilities.ts";
export { accessConcepts } from "./access/concepts.ts";
export { judge, type Ruling as AccessRuling, type Second } from "./access/judge.ts";
export { type Cell, matrix } from "./access/matrix.ts";
export { policy, subjectKinds } from "./access/policy.ts";
export {
  type Actor,
  type DeviceRole,
  deviceRoles,
  isDeviceRole,
  isOfficerRole,
  type OfficerRole,
  officerRoles,
  type Post,
  type Role,
  roles,
} from "./access/roles.ts";
export { isFounding, isSignatory } from "./access/signatories.ts";
export type { Subject as GuardedSubject, SubjectKind } from "./access/subjects.ts";
export { countedKeys, counterKey, counterPrefix, WINDOW_DAYS_MAX } from "./allowances/counter-key.ts";
export { type Counting, counterRows, counterValues } from "./allowances/counting.ts";
export { type Moved, movedAdditions, movedRows } from "./allowances/moved.ts";
export type { Subject } from "./allowances/subject.ts";
export { boundsOf, type Calendar, CalendarError, calendarOf, legalDayAt, type Run } from "./calendar/calendar.ts";
export { DOUBT_MS_MAX, legalDaysInDoubt } from "./calendar/doubt.ts";
export { dayNumber, dayText, instantMs, instantText, type LegalDay, plainDay } from "./calendar/legal-day.ts";
export { nextPeriodStart, type Period, periodStart, periods } from "./calendar/period.ts";
export { CALENDAR, calendarOfBody, type SignCalendarCommand, signCalendar } from "./calendar/signing.ts";
export { CLOSED_DAY, type CloseDay, closeDay } from "./captures/closed-day.ts";
export { FINDING, findingsOf } from "./captures/finding.ts";
export {
  AHEAD_MS_MAX,
  CAPTURE,
  type Capture,
  captureId,
  captureKeys,
  DEVICE_BOOT,
  DEVICE_LOG,
  type DeviceLog,
  findDeviceLog,
  judgeNumber,
  LATE_DAYS_MAX,
  type Numbering,
} from "./captures/numbering.ts";
export { type CaptureRuling, recordCapture } from "./captures/record-capture.ts";
export {
  CASE_FILE,
  type Case,
  type CaseState,
  type CaseSubject,
  caseId,
  caseOf,
  caseStates,
  caseSubjects,
  EVIDENCE_MAX,
  type Finding,
  findings,
  numbersIn,
} from "./cases/case.ts";
export { type CaseStep, caseStep, type Step, type StepRefusal } from "./cases/case-step.ts";
export { type OpenCase, openCase } from "./cases/open-case.ts";
export { type DecisionCommand, decision } from "./decisions/decision.ts";
export { type AddDevice, addDevice } from "./devices/add-device.ts";
export { DEVICE, type Device, type DeviceKind, deviceKinds, deviceOf } from "./devices/device.ts";
export { type RevokeDevice, revokeDevice } from "./devices/revoke-device.ts";
export {
  type Age,
  ageOn,
  type BirthDate,
  type CountryCode,
  countryCode,
  DocumentError,
  type DocumentErrorId,
  type DocumentField,
  type DocumentNumber,
  type DocumentPlace,
  type DocumentReading,
  type DocumentWarning,
  documentErrorText,
  documentWarningText,
  earliestDay,
  type HandFormat,
  type HolderName,
  handFormats,
  latestDay,
  type NearMiss,
  type ReadOptions,
  readDocument,
  readMrz,
  readVehicle,
  type TravelDocument,
  type Validity,
  type VehicleDocument,
  validDaysLeft,
  validityOn,
} from "./documents/index.ts";
export { type SigningKeyCommand, signingKey } from "./journal/signing-key.ts";
export {
  BLOCKS_MAX,
  type Layout,
  type LayoutBlock,
  type LayoutGate,
  type LayoutHall,
  PLAN_CELLS_MAX,
  type PlanPlace,
  readLayout,
} from "./layout/read-layout.ts";
export { type AddOfficer, addOfficer } from "./officers/add-officer.ts";
export { type AddPasskey, addPasskey } from "./officers/add-passkey.ts";
export { type InviteOfficer, inviteOfficer } from "./officers/invite-officer.ts";
export { BADGE, OFFICER, type Officer, officerOf } from "./officers/officer.ts";
export { PASSKEY, type Passkey, passkeyOf } from "./officers/passkey.ts";
export { type RevokeOfficer, revokeOfficer } from "./officers/revoke-officer.ts";
export { type RevokePasskey, revokePasskey } from "./officers/revoke-passkey.ts";
export { type SignIn, type SignInMeans, signIn } from "./officers/sign-in.ts";
export type {
  Direction,
  DocumentFacts,
  GoodsLine,
  PassageCommand,
  TravellerFacts,
  Watch,
} from "./passages/command.ts";
export { documentFacts } from "./passages/document-facts.ts";
export { factsOf, type Known } from "./passages/facts.ts";
export { type Happened, type LateCommand, latePassage } from "./passages/late.ts";
export { figureOf, type MeterReading, readMeter } from "./passages/meters.ts";
export { OVERRIDE, type OverrideCommand, type OverrideRefusal, override } from "./passages/override.ts";
export { passage, rulebookOf } from "./passages/passage.ts";
export { decidingOf, type ToldLine, type ToldPassage, tellLines, tellPassage } from "./passages/tell-passage.ts";
export { labelOf, type ToldReason, tellReasons } from "./passages/tell-reasons.ts";
export { tryBasket } from "./passages/try-basket.ts";
export { tryPassage } from "./passages/try-passage.ts";
export { type Judgement, judgementOf, UNANSWERABLE, type Verdict, verdicts } from "./passages/verdict.ts";
export { type AskErasure, askErasure } from "./persons/ask-erasure.ts";
export { ERASED, type ErasePerson, erasePerson } from "./persons/erase-person.ts";
export {
  ERASURE_REQUEST,
  type ErasureRequest,
  erasureRequestOf,
} from "./persons/erasure-request.ts";
export { type RefuseErasure, refuseErasure } from "./persons/refuse-erasure.ts";
export { type PersonSettings, readPersonSettings } from "./persons/settings.ts";
export { type AdvanceCommand, proposalStage } from "./proposals/advance.ts";
export { type NoteCommand, type NoteSubject, noteSubjects, PROPOSAL_NOTE, proposalNote } from "./proposals/note.ts";
export { PROPOSAL_REPORT, type ReportCommand, replayReport } from "./proposals/report.ts";
export { type Need, type Stage, stageOf, stages, steps } from "./proposals/stages.ts";
export { PROPOSAL_VOTE, proposalVote, type Vote, type VoteCommand, votes } from "./proposals/vote.ts";
export type { Arrive } from "./queue/arrive.ts";
export { BOOK_QUARTERS_MAX, type Book } from "./queue/book.ts";
export { type CallUp, callOrder, YARD_VEHICLES_MAX } from "./queue/call-up.ts";
export type { ChangeBooking } from "./queue/change.ts";
export { type CloseRoad, type ClosingReason, closeRoad, closingReasons } from "./queue/close-road.ts";
export { lastChange, type Opening, openingsOf } from "./queue/cut-off.ts";
export { estimateCall, paceOf, RATE_QUARTERS } from "./queue/estimate.ts";
export { type Fairness, fairnessOf, waitSteps } from "./queue/fairness.ts";
export type { Held as HeldPlace } from "./queue/holder.ts";
export type { NoShow } from "./queue/no-show.ts";
export { inOrder, isHolding, isInQueue, type Place, placeOfRow, placeStates, QUEUE_PLACE } from "./queue/place.ts";
export { QUARTER_MS, quarterOf, quarterStart } from "./queue/quarter.ts";
export {
  type Holder,
  REPLANNED_MAX,
  SEARCH_QUARTERS_MAX,
  SPAN_QUARTERS_MAX,
  type Span,
} from "./queue/replan-command.ts";
export {
  askRoad,
  findRoadLaw,
  NO_PRIORITY,
  priorityLoads,
  ROAD,
  type RoadAnswer,
  type RoadRequest,
} from "./queue/road-law.ts";
export { QUEUE_PEER, QUEUE_VEHICLE, QUEUE_VIN, QUEUE_YARD, type QueueVehicle } from "./queue/rows.ts";
export { capacityOf, type SetShift, type Shift, setShift } from "./queue/set-shift.ts";
export { emptySlot, freeRoom, isTwoSided, QUEUE_SLOT, roomFor, type Slot, sizeOf, slotOf } from "./queue/slot.ts";
export type { TrustPeer } from "./queue/trust-peer.ts";
export { type Amounts, areEqual, isNothing, isWithin, minus, plus, sumOf, trimmed } from "./rights/amounts.ts";
export { rightsConcepts } from "./rights/concepts.ts";
export { amountsOf, type DecidedLine, decideFrom, type Law } from "./rights/decide-from.ts";
export { type GivenBack, giveBack, type SoldLine } from "./rights/give-back.ts";
export { type Asked, COUNTER_FULL, type Grant, grant, NOTHING_LEFT } from "./rights/grant.ts";
export { type LapseCommand, lapse } from "./rights/lapse.ts";
export { envelopeFactsOf, goodsFactsOf, travellerFactsOf } from "./rights/line-facts.ts";
export {
  findReservation,
  RESERVATION,
  type Reservation,
  reservationKey,
  reservationOf,
  rightOf,
} from "./rights/reservation.ts";
export { type ReserveCommand, reserve } from "./rights/reserve.ts";
export {
  comingPassage,
  countersOf,
  countersWithoutRight,
  type Right,
  type RightSubject,
} from "./rights/right.ts";
export { countedBy, OVER_RESERVATION, type SellingWith, type Sold, sellFrom } from "./rights/sell.ts";
export { type Compiled, installRulebook } from "./rulebooks/install.ts";
export { PROPOSAL, type ProposeCommand, propose } from "./rulebooks/propose.ts";
export { type PublishCommand, publish, publishFaults, RULEBOOK } from "./rulebooks/publish.ts";
export type { Covered, CoverOutcome, Covers } from "./sales/covers.ts";
export { findSale, isReturned, SALE, SALE_EXIT, type Sale, type SaleLine, saleOf } from "./sales/sale.ts";
export type { PrintSeals } from "./seals/print-seals.ts";
export { SEAL_RUN, SEAL_VOID, type SealRun, sealDevice, type VoidCode } from "./seals/seal.ts";
export type { VoidSeal } from "./seals/void-seal.ts";
export {
  type AnyConcept,
  type Author,
  type Body,
  type Command,
  type Concept,
  type Moment,
  type Outcome,
  outcomes,
  type Ruling,
} from "./spine/concept.ts";
export { conceptTable, spineConcepts } from "./spine/concepts.ts";
export {
  type Days,
  type DecisionRecord,
  decideAgain,
  decideRecorded,
  decisionBody,
  type Held,
  recordOf,
} from "./spine/decision.ts";
export { countedFor, entryChanges } from "./spine/fold.ts";
export { getRulebook, type Installed, NotPublishedError, type World } from "./spine/installed.ts";
export { isObject, type Json, type JsonObject, present } from "./spine/json.ts";
export { LoadedState } from "./spine/loaded-state.ts";
export { PendingChanges, type Touched } from "./spine/pending-changes.ts";
export { BodyError, decisionsOf, getInteger, getObject, getText } from "./spine/read-body.ts";
export { type Addition, type Change, COUNTER, placeOf, type Row, type State, type StateKey } from "./spine/state.ts";
export { type StayCase, stayCases } from "./stays/cases.ts";
export { movementOf, movementsOf, type NumberedBody } from "./stays/history.ts";
export { daysCounted, overstayOf, unpairedAt } from "./stays/matter.ts";
export { MISMATCH, type Mismatch } from "./stays/mismatch.ts";
export { MOVEMENT } from "./stays/movement.ts";
export { type EntryStanding, entryStanding, type StayLimit } from "./stays/standing.ts";
export { daysLeft, daysUsed, findStay, STAY, type Stay, stayKey, stayOfBody } from "./stays/stay.ts";
export { type FigureOf, readStayTerms, type StayTerms } from "./stays/terms.ts";
export { VEHICLE_STAY } from "./stays/vehicle-stay.ts";
export { type Movement, type Visit, type Visits, visitsOf } from "./stays/visits.ts";
export { type CountQueue, countQueue, QUEUE_COUNT, WAITING_MAX } from "./supervision/count-queue.ts";
export { type Line, readLines } from "./supervision/lines.ts";
export { type NoteLink, noteLink, PERSON_LINK } from "./supervision/note-link.ts";
export { type RunnerScore, type ScoreReason, scoreRunner, type TraitValues } from "./supervision/runner-score.ts";
export {
  type GoodsExit,
  gatherTraits,
  type LinkKind,
  linkKinds,
  type PersonLink,
  type Traits,
} from "./supervision/runner-traits.ts";
export {
  type RunnerTrait,
  readSupervision,
  runnerTraits,
  SCORE_MAX,
  type Sourced,
  type Supervision,
  type TraitWeight,
} from "./supervision/settings.ts";
export { type LastCommand, last } from "./tills/last.ts";
export { type RefundCommand, type ReturnedLine, refund } from "./tills/refund.ts";
export { type ReleaseCommand, release } from "./tills/release.ts";
export { type SaleCommand, sale } from "./tills/sell.ts";
export { type AddWatch, addWatch, WATCH_DAYS_MAX } from "./watchlist/add-watch.ts";
export {
  isWatchedOn,
  WATCH_ENTRY,
  type WatchEntry,
  type WatchVerdict,
  watchEntryOf,
  watchVerdicts,
} from "./watchlist/watch-entry.ts";
export { type WithdrawWatch, withdrawWatch } from "./watchlist/withdraw-watch.ts";
export { Field, ZoneFileError } from "./zones/fields.ts";
export { LANES_MAX, readZone } from "./zones/read-zone.ts";
export {
  type Choice,
  type DocumentRow,
  type Gate,
  type GoodsCategory,
  type MeterRow,
  type OfflinePolicy,
  offlinePolicies,
  type Zone,
  type ZoneSide,
} from "./zones/zone.ts";
