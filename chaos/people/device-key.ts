import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { CAPTURE_CONTEXT, type DeviceSigner } from "@twinline/api";
import { type CanonicalValue, writeCanonical } from "@twinline/journal";

/** A device's key as it lies on its disk: whoever copies the disk has it too. */
export type DeviceKey = { readonly keyId: string; readonly publicKey: string; readonly pem: string };

export function makeDeviceKey(): DeviceKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  const { x: publicKey = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  const keyId = createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("base64url");
  return { keyId, publicKey, pem: privateKey.export({ type: "pkcs8", format: "pem" }) as string };
}

/** Signs what a device says: requests (RFC 9421) and the events of its journal. */
export class Pen implements DeviceSigner {
  readonly keyId: string;
  readonly #key: KeyObject;

  constructor({ keyId, pem }: DeviceKey) {
    this.keyId = keyId;
    this.#key = createPrivateKey(pem);
  }

  async sign(bytes: Uint8Array): Promise<Uint8Array> {
    return sign(null, bytes, this.#key);
  }

  signEvent(event: object): string {
    const text = `${CAPTURE_CONTEXT}\n${writeCanonical(event as CanonicalValue)}`;
    return sign(null, Buffer.from(text), this.#key).toString("base64url");
  }
}
