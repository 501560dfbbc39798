/** A small journal with keys, for tests: entries, checkpoints cosigned by the other side, receipts, a bundle. */
import { type BundleLine, bundleHead, formatBundleLine } from "../bundle.ts";
import { hashFromHex } from "../bytes.ts";
import { writeCanonical } from "../canonical.ts";
import { chainEntry, type Entry, GENESIS } from "../chain.ts";
import { signCheckpoint } from "../checkpoint.ts";
import { cosign } from "../cosignature.ts";
import { type Signer, signatureTypes } from "../keys.ts";
import { leavesReader, treeRoot } from "../merkle.ts";
import { sha256, signerFromPem } from "../node.ts";
import { inclusionPath } from "../proofs.ts";
import { signReceipt } from "../receipt.ts";

export const ORIGIN = "twinline/khorgos/cn";
export const OTHER = "twinline/khorgos/kz";
export const AT = "2026-01-16T04:00:00.000Z";
const COSIGNED_AT = 1_768_536_000;

/** A signer whose private key is 32 equal bytes: the same in every run. */
export function seededSigner(name: string, seed: number, type: Signer["key"]["type"] = signatureTypes.signer): Signer {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, seed)]);
  return signerFromPem(
    name,
    `-----BEGIN PRIVATE KEY-----\n${der.toString("base64")}\n-----END PRIVATE KEY-----\n`,
    type,
  );
}

export const signer: Signer = seededSigner(ORIGIN, 1);
export const cosigner: Signer = seededSigner(OTHER, 2, signatureTypes.cosigner);

export function entriesOf(bodies: readonly string[], chain = ORIGIN): readonly Entry[] {
  const entries: Entry[] = [];
  for (const body of bodies) {
    const prev = entries.length === 0 ? GENESIS : hashFromHex(entries.at(-1)!.hash);
    entries.push(chainEntry({ chain, number: entries.length + 1, prev, body }, sha256));
  }
  return entries;
}

export function bodiesOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    writeCanonical({
      kind: "passage",
      traveller: `t${at}`,
      outcome: at % 7 === 0 ? "refer" : "admit",
      amount: at * 100,
    }),
  );
}

export function checkpointOf(entries: readonly Entry[], size: number, by: Signer = signer): string {
  const root = treeRoot(leaves(entries.slice(0, size)), sha256);
  return cosign(signCheckpoint({ origin: ORIGIN, size, root }, by), cosigner, COSIGNED_AT);
}

export function proofOf(entries: readonly Entry[], number: number, size: number): BundleLine {
  const path = inclusionPath(number - 1, size, leavesReader(leaves(entries), sha256), sha256);
  return { kind: "proof", number, size, path };
}

/** Lines of the whole journal: a checkpoint every `every` entries and at the end, a receipt every `receipts` entries. */
export function wholeBundle(entries: readonly Entry[], every = 8, receipts = 5): readonly BundleLine[] {
  const lines: BundleLine[] = [bundleHead(ORIGIN, 1, entries.length, [signer.key, cosigner.key])];
  for (const entry of entries) {
    lines.push({ kind: "entry", entry });
    if (entry.number % receipts === 0) lines.push({ kind: "receipt", receipt: signReceipt(entry, AT, signer) });
    if (entry.number % every === 0 || entry.number === entries.length) {
      lines.push({ kind: "checkpoint", note: checkpointOf(entries, entry.number) });
    }
  }
  return lines;
}

/** Lines of the entries `first` to `last`, proven against a checkpoint over all entries. */
export function rangeBundle(entries: readonly Entry[], first: number, last: number): readonly BundleLine[] {
  return [
    bundleHead(ORIGIN, first, last, [signer.key, cosigner.key]),
    ...entries.slice(first - 1, last).map((entry): BundleLine => ({ kind: "entry", entry })),
    proofOf(entries, last, entries.length),
    { kind: "checkpoint", note: checkpointOf(entries, entries.length) },
  ];
}

export function textOf(lines: readonly BundleLine[]): readonly string[] {
  return lines.map(formatBundleLine);
}

function leaves(entries: readonly Entry[]): readonly Uint8Array[] {
  return entries.map((entry) => hashFromHex(entry.hash));
}
