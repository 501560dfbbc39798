import type { Actor, Author, Device, DeviceRole, Officer, SignInMeans } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import { verifiedDevice } from "../devices/verified-device.ts";
import type { Access } from "./access.ts";
import { accessError } from "./access-error.ts";
import { readCookie } from "./cookie.ts";
import { type Door, isForeignPage, originOfRequest } from "./door.ts";
import { findActiveDevice, findOfficerRow } from "./roll.ts";
import { findSession, moveSession } from "./sessions.ts";

/** Who asks, as far as the request proves it: an officer by session, a device by signature, or nobody. */
export type Caller = {
  readonly officer?: Officer;
  readonly means?: SignInMeans;
  /** Secret of the session, to end it. */
  readonly secret?: string;
  /** The device that signed this very request. */
  readonly device?: Device;
  /** Where the officer stands: the signing device, or the one that the session was last used on. */
  readonly post?: Device;
};

const SAFE_METHODS = new Set(["GET", "HEAD"]);
const callers = new WeakMap<FastifyRequest, Promise<Caller>>();

/** The caller of a request, found once: a signature's nonce is good for one look. Throws RequestError 401, 403. */
export function callerOf(access: Access, request: FastifyRequest): Promise<Caller> {
  const known = callers.get(request);
  if (known !== undefined) return known;
  const caller = findCaller(access, request);
  callers.set(request, caller);
  return caller;
}

/**
 * Refuses what a page of another origin made a browser send (CSRF), and what is addressed to another name. A request without
 * an Origin is not a browser's; it is believed when a device signed it, and otherwise only while it changes nothing.
 */
export function assertOwnOrigin(access: Access, request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const own = originOfRequest(access.door, request);
  const { origin } = request.headers;
  if (own !== undefined && (origin === own || (origin === undefined && request.headers.signature !== undefined)))
    return;
  throw foreignOrigin();
}

/**
 * The same for what anybody may ask without a session: what is not a browser's passes, for nobody's rights are used. Throws
 * RequestError 403.
 */
export function assertOwnPage(door: Door, request: FastifyRequest): void {
  if (isForeignPage(door, request)) throw foreignOrigin();
}

/** The actor that the policy speaks of. Throws RequestError 401 when nobody is there. */
export function actorOf({ officer, device, post }: Caller): Actor {
  if (officer !== undefined) {
    const { role, side } = officer;
    return { role, side, officer: officer.officer, ...(post === undefined ? {} : { post: { ...post } }) };
  }
  if (device === undefined) throw notSignedIn();
  return { role: deviceRoleOf(device), side: device.side, post: { ...device } };
}

/** What a device may do by itself, without anybody signed in at it. */
function deviceRoleOf({ automatic, deviceKind }: Device): DeviceRole {
  if (deviceKind === "till") return "till";
  return automatic ? "automatic_lane" : "gate_post";
}

/** Who is written into the entry. */
export function authorOf({ officer, device }: Caller): Author {
  return {
    ...(officer === undefined ? {} : { officer: officer.officer }),
    ...(device === undefined ? {} : { device: device.device }),
  };
}

function foreignOrigin() {
  return accessError("access/origin", 403, "Cannot take the request: it does not come from a page of this node");
}

export function notSignedIn() {
  return accessError("access/not-signed-in", 401, "Cannot answer: nobody is signed in");
}

async function findCaller(access: Access, request: FastifyRequest): Promise<Caller> {
  const { node, door } = access;
  const secret = readCookie(door, node.side, request.headers.cookie);
  const signed = request.headers.signature !== undefined || request.headers["signature-input"] !== undefined;
  if (secret !== undefined || signed) assertOwnOrigin(access, request);
  const device = signed ? await verifiedDevice(access, request) : undefined;
  const proven = device === undefined ? {} : { device, post: device };
  const session = secret === undefined ? undefined : await findSession(node.database, secret, node.effects.now());
  if (session === undefined || secret === undefined) return proven;
  const officer = await findOfficerRow(node.database, session.officer);
  if (officer?.active !== true) return proven;
  if (device !== undefined && device.device !== session.device) await moveSession(node.database, secret, device.device);
  const post =
    device ?? (session.device === undefined ? undefined : await findActiveDevice(node.database, session.device));
  return { ...proven, officer, means: session.means, secret, ...(post === undefined ? {} : { post }) };
}
