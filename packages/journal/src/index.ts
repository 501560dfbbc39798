export {
  type BundleHead,
  type BundleLine,
  bundleHead,
  type CheckpointLine,
  type EntryLine,
  formatBundleLine,
  type KeyLine,
  LINE_CHARS_MAX,
  type ProofLine,
  parseBundleLine,
  type ReceiptLine,
} from "./bundle.ts";
export { PENDING_MAX } from "./bundle-seals.ts";
export { fromBase64, type Hasher, hashFromHex, JournalFormatError, sameBytes, toBase64, toHex } from "./bytes.ts";
export {
  CANONICAL_CHARS_MAX,
  CanonicalError,
  type CanonicalObject,
  type CanonicalValue,
  DEPTH_MAX,
  writeCanonical,
} from "./canonical.ts";
export {
  type ChainCheck,
  chainEntry,
  type Entry,
  entryHash,
  GENESIS,
  type Head,
  isIntact,
  type Link,
  verifyChain,
} from "./chain.ts";
export { type Checkpoint, isFork, parseCheckpoint, signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
export { assertExtends, type Cosignature, cosign, verifyCosignatures, WitnessError } from "./cosignature.ts";
export { type Fault, type FaultKind, faultKinds } from "./fault.ts";
export {
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  formatFrontier,
  frontierRoot,
  parseFrontier,
  type StoredNode,
} from "./frontier.ts";
export { KeyRing } from "./key-ring.ts";
export { type KeyStatement, keyEntryBody, signKeyStatement, verifyKeyStatement } from "./key-statement.ts";
export {
  formatKey,
  parseKey,
  parseKeys,
  type Signer,
  signatureTypes,
  type Verifier,
  type VerifierKey,
  verifierKey,
} from "./keys.ts";
export { type NodeId, type NodeReader, type Range, treeRoot } from "./merkle.ts";
export { NOTE_CHARS_MAX, NOTE_SIGNATURES_MAX, type Note, NoteError, parseNote } from "./note.ts";
export { parseCanonical } from "./parse-canonical.ts";
export {
  type Consistency,
  consistencyPath,
  consistencyRanges,
  type Inclusion,
  inclusionPath,
  inclusionRanges,
  proofNodes,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";
export { type Receipt, receiptNote, signReceipt, verifyReceipt } from "./receipt.ts";
export { type BundleOptions, type BundleReport, FAULTS_LISTED_MAX, verifyBundle } from "./verify-bundle.ts";
