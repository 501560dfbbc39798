export { Day, Direction, Instant, Language, languages, Money, Texts, Verdict } from "./codes.ts";
export { EntryDetail, EntryList, EntryRow, type ExplanationLine } from "./entries.ts";
export { Code, CodeLists, LANE_PASSAGES_MAX, PassageList, PassageRow } from "./lanes.ts";
export {
  Decision,
  DocumentInput,
  GOODS_LINES_MAX,
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
export { Problem } from "./problems.ts";
export { Receipt } from "./receipts.ts";
export { type RouteName, routes } from "./routes.ts";
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
