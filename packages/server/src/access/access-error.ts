import { RequestError } from "../errors.ts";
import { type AccessTextId, accessTexts } from "./texts.ts";

/** A request that the door turns away, with its text in every language. `message` holds no personal data. */
export function accessError(
  id: AccessTextId,
  status: 401 | 403 | 429 | 503,
  message: string,
  retryAfterSeconds?: number,
) {
  return new RequestError(id, status, message, {
    texts: accessTexts[id],
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

/** A signature that is not believed: `signature/…` says why to developers, people read what they can do. */
export function signatureError(why: SignatureFault, message: string): RequestError {
  return new RequestError(`signature/${why}`, 401, message, { texts: accessTexts["signature/refused"] });
}

export type SignatureFault =
  | "missing"
  | "form"
  | "coverage"
  | "time"
  | "audience"
  | "device"
  | "digest"
  | "invalid"
  | "replayed";
