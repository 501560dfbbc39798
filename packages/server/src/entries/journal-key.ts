import { createPrivateKey } from "node:crypto";
import type { Signer } from "@twinline/journal";
import { signerFromPem } from "@twinline/journal/node";
import { originOf, type ZoneNode } from "../node.ts";

/** PrivateKeyInfo header of an Ed25519 key (RFC 8410 §7); the 32 bytes of the seed follow it. */
const PKCS8_HEADER = Buffer.from("302e020100300506032b657004220420", "hex");
/** Name of the secret that is the seed of the journal's key. */
export const JOURNAL_SECRET = "journal";

/** Signer of the journal's receipts and checkpoints, named by its origin (C2SP signed-note). */
export function journalSigner(node: Pick<ZoneNode, "zone" | "side" | "secrets">): Signer {
  const der = Buffer.concat([PKCS8_HEADER, node.secrets.get(JOURNAL_SECRET)]);
  const pem = createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({ format: "pem", type: "pkcs8" });
  return signerFromPem(originOf(node), pem.toString());
}
