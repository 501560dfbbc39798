import { randomBytes } from "node:crypto";
import type { Invitation } from "@twinline/api";
import { LINK_HOURS } from "../access/links.ts";

const ID_BYTES = 16;

/** Random id of an officer. */
export function newOfficerId(): string {
  return `o_${randomBytes(ID_BYTES).toString("base64url")}`;
}

/** Page that takes a one-time link. The secret stands in the fragment: browsers send it to no server and no log. */
export function linkPath(secret: string): string {
  return `/console/#link=${secret}`;
}

/** The link as the one who invites sees it. */
export function invitation(secret: string, now: Temporal.Instant): Invitation {
  const expiresAt = now.add({ hours: LINK_HOURS }).toString({ smallestUnit: "second" });
  return { path: linkPath(secret), expiresAt };
}
