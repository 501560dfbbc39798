import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  type BundleLine,
  type BundleOptions,
  type BundleReport,
  type Fault,
  faultKinds,
  LINE_CHARS_MAX,
  parseBundleLine,
  parseKeys,
  type Receipt,
  type VerifierKey,
  verifyBundle,
} from "@twinline/journal";
import { sha256, verifySignature } from "@twinline/journal/node";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { findReceipt, readReceiptFile, signerOf } from "../receipt-file.ts";
import { type CheckedEntry, verifyVisit } from "../visit-export.ts";

/** Checks an exported journal, a range of it, one entry, a visitor's export of her visit or a receipt; it needs no database, no server and no network. */
export const command: Command = {
  name: "verify",
  usage: "verify BUNDLE|RECEIPT [--key FILE] [--with FILE]… [--json]",
  about:
    "Checks an exported journal, a visitor's export or a receipt (.json) against signatures. --key: verifier keys got in person, one a line; --with: a receipt or checkpoint in hand",
  run: verify,
};

async function verify(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      key: { type: "string" },
      with: { type: "string", multiple: true },
      json: { type: "boolean" },
    },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("Cannot verify: expected one BUNDLE");
  const resolve = (name: string): string => path.resolve(effects.cwd, name);
  const held = await Promise.all((values.with ?? []).map((name) => readHeld(resolve(name))));
  const options: BundleOptions = {
    sha256,
    verify: verifySignature,
    ...(values.key === undefined ? {} : { pinned: parseKeys(await readFile(resolve(values.key), "utf8"), sha256) }),
    held: held.flat(),
    progress: (entries) => effects.isTerminal && effects.err(`${entries.toLocaleString("en")} entries read`),
  };
  if (file.endsWith(VISIT_FILE)) {
    const visit = await verifyVisit(resolve(file), options);
    if (visit !== undefined) return tellVisit(visit, values.json === true, values.key, effects);
    const receipt = await readReceiptFile(resolve(file));
    if (receipt !== undefined) {
      const signer = await signerOf(receipt, options.pinned, verifySignature);
      if (values.json) effects.out(JSON.stringify({ receipt, signed: signer !== undefined }, null, 2));
      else tellReceipt(receipt, signer, effects);
      return signer === undefined ? 1 : 0;
    }
  }
  const report = await verifyBundle(linesOf(resolve(file)), options);
  if (values.json) effects.out(JSON.stringify(report, null, 2));
  else tell(report, values.key, effects);
  return report.ok ? 0 : 1;
}

/** How the export of a visit ends; a bundle of a whole journal ends with .jsonl and may be of any size. */
const VISIT_FILE = ".json";

function tellVisit(
  visit: readonly CheckedEntry[],
  isJson: boolean,
  keyFile: string | undefined,
  effects: Effects,
): ExitStatus {
  if (isJson) effects.out(JSON.stringify(visit, null, 2));
  else
    for (const { number, report } of visit) {
      effects.out(`-- entry ${number} of the visit`);
      tell(report, keyFile, effects);
    }
  // An export without entries proves nothing.
  return visit.length > 0 && visit.every(({ number, report }) => report.ok && report.first === number) ? 0 : 1;
}

function tellReceipt(receipt: Receipt, signer: VerifierKey | undefined, { out, err }: Effects): void {
  out(`receipt      entry ${receipt.number} of ${receipt.origin}, ${receipt.at}`);
  out(`hash         ${receipt.hash}`);
  if (signer === undefined) err("none of the keys given signed this receipt as it stands");
  else out(`key          ${signer.name}+${signer.id}`);
  out(signer === undefined ? "not verified" : "verified");
}

/** Lines of a file of any size; a line beyond the longest is cut, so that it becomes a fault and not a full memory. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length <= LINE_CHARS_MAX) continue;
    yield rest;
    rest = "";
  }
  if (rest !== "") yield rest;
}

/** What a person holds beside the bundle: a receipt as the server answered it, a checkpoint note, or lines of a bundle. */
async function readHeld(file: string): Promise<readonly BundleLine[]> {
  const text = await readFile(file, "utf8");
  if (!text.startsWith("{")) return [{ kind: "checkpoint", note: text }];
  const receipt = findReceipt(text);
  if (receipt !== undefined) return [{ kind: "receipt", receipt }];
  const lines = text.trimEnd().split("\n").map(parseBundleLine);
  return lines.filter((line) => line.kind === "receipt" || line.kind === "checkpoint");
}

function tell(report: BundleReport, keyFile: string | undefined, { out, err }: Effects): void {
  const { origin, first, last, entries, checkpoints, receipts, proofs, cosigners, faults, faultsMore } = report;
  const cosigned = cosigners.length > 0 ? `cosigned by ${cosigners.join(", ")}` : "no cosignature of a trusted key";
  out(`journal      ${origin || "unknown"}`);
  out(`entries      ${entries.toLocaleString("en")} read, numbers ${first} to ${last}: own hash and link of each`);
  out(`checkpoints  ${checkpoints.toLocaleString("en")}: signature and root of each, ${cosigned}`);
  out(`receipts     ${receipts.toLocaleString("en")}: signature and entry of each`);
  out(`proofs       ${proofs.toLocaleString("en")}: path from the entry to a signed root`);
  out(
    `keys         ${keyFile ?? "the bundle's own: whoever made it chose them; pass --key FILE with keys got in person"}`,
  );
  for (const fault of faults) err(describe(fault));
  if (faultsMore > 0) err(`and ${faultsMore.toLocaleString("en")} more faults`);
  out(report.ok ? "verified" : `not verified: ${faults.length + faultsMore} faults`);
}

function describe({ what, number, upTo, line, detail }: Fault): string {
  const place = number === 0 ? "head" : number === upTo ? `entry ${number}` : `entries ${number} to ${upTo}`;
  return `${place}, line ${line}: ${faultKinds[what]} (${detail})`;
}
