import type { Device } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import type { Access } from "../access/access.ts";
import { signatureError } from "../access/access-error.ts";
import { originOfRequest } from "../access/door.ts";
import { findActiveDevice } from "../access/roll.ts";
import { RequestError } from "../errors.ts";
import { BUSY_RETRY_SECONDS } from "../http/problem.ts";
import { assertSigned, devicePublicKey, readClaim, type SignedRequest } from "./signature.ts";

/**
 * The device that signed this request: in use, with its own key, over exactly these bytes, for this node, now and once.
 * What is remembered of it is forgotten with each change of a device: a revoked key is dead at once (P27). Throws RequestError 401.
 */
export async function verifiedDevice(access: Access, request: FastifyRequest): Promise<Device> {
  const { node, nonces, devices } = access;
  const now = node.effects.now();
  const signed = signedRequest(access, request);
  const claim = readClaim(signed, Math.floor(now.epochMilliseconds / 1000));
  const found = await devices.get(claim.keyId, async () => {
    const device = await findActiveDevice(node.database, claim.keyId);
    return device === undefined ? "none" : { device, key: devicePublicKey(device.publicKey) };
  });
  if (found === "none") throw signatureError("device", "Cannot believe the signature: its key is not in use here");
  const { device, key } = found;
  assertSigned(signed, claim, key);
  const use = nonces.take(claim, now);
  if (use === "taken") return device;
  if (use === "full")
    throw new RequestError("node/busy", 503, "Cannot remember more signatures now", {
      retryAfterSeconds: BUSY_RETRY_SECONDS,
    });
  throw signatureError("replayed", "Cannot believe the signature: it came before, or before this node was started");
}

function signedRequest(access: Access, request: FastifyRequest): SignedRequest {
  const origin = originOfRequest(access.door, request);
  if (origin === undefined)
    throw signatureError("audience", "Cannot believe the signature: it was made for another node");
  return {
    method: request.method,
    authority: new URL(origin).host,
    url: request.raw.url ?? "/",
    body: request.rawBody,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
  };
}
