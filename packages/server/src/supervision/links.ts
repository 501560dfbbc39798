import { createHmac } from "node:crypto";
import type { LinkNote } from "@twinline/api";
import type { LinkKind } from "@twinline/zone";
import type { ZoneNode } from "../node.ts";
import { plain } from "../vault/persons.ts";

/**
 * What was said of a payer, phone or receiver as a keyed hash: a phone number could be found from a plain one by trying all.
 * The key never leaves the node, so that two nodes' commitments do not compare.
 */
export function commitmentOf({ secrets }: Pick<ZoneNode, "secrets">, { link, value }: LinkNote): string {
  const kind: LinkKind = link;
  return createHmac("sha256", secrets.get("link"))
    .update(`${kind}\n${plain(value)}`)
    .digest("base64url");
}
