export { Day, Direction, Instant, Language, languages, Money, Texts, Verdict } from "./codes.ts";
export { DECISION_FACTS_MAX, DecisionAnswer, DecisionRequest } from "./decisions.ts";
export { DeviceAdd, DeviceList, DeviceParams, DeviceRow } from "./devices.ts";
export { EntryDetail, EntryList, EntryNumber, EntryRow, type ExplanationLine } from "./entries.ts";
export { Code, CodeLists, LANE_PASSAGES_MAX, PassageList, PassageRow } from "./lanes.ts";
export { GOODS_LINES_MAX, MASS_GRAMS_MAX, MRZ_LINES_MAX, VALUE_MINOR_MAX, VOLUME_ML_MAX } from "./limits.ts";
export {
  Invitation,
  OfficerAdd,
  OfficerAdded,
  OfficerList,
  OfficerParams,
  OfficerRow,
  PasskeyParams,
} from "./officers.ts";
export {
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
export { PersonErase, PersonParams } from "./persons.ts";
export { Problem } from "./problems.ts";
export {
  BaseParams,
  PROPOSALS_MAX,
  Proposal,
  ProposalAdd,
  ProposalList,
  ProposalParams,
  ProposalRow,
  RulebookFiles,
} from "./proposals.ts";
export { Receipt } from "./receipts.ts";
export { Recorded, SecondToken } from "./recorded.ts";
export { type RouteName, routes } from "./routes.ts";
export {
  RULEBOOK_CHARS_MAX,
  RulebookAdopt,
  RulebookDetail,
  RulebookList,
  RulebookParams,
  RulebookRow,
} from "./rulebooks.ts";
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
export { VisitorAnswer, VisitorPass, VisitorQuestion } from "./visitor.ts";
export { WatchAdd, WatchList, WatchParams, WatchRow } from "./watchlist.ts";
