import { createHash, verify } from "node:crypto";
import { CAPTURE_CONTEXT } from "@twinline/api";
import { type CanonicalValue, writeCanonical } from "@twinline/journal";
import { type Capture, type Device, deviceOf, instantMs } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { devicePublicKey } from "../devices/signature.ts";
import { RequestError } from "../errors.ts";

/** Fields that every event has. */
type Event = { readonly device: string; readonly boot: string; readonly sequence: number; readonly at: string };

/** An event whose signature was checked, with the device that made it. */
export type SignedEvent<E extends Event> = { readonly event: E; readonly capture: Capture; readonly device: Device };

/**
 * Checks the signatures of events. Devices that were taken out of use are known: what they did before is still told. Throws
 * RequestError 422 with the place of the first event that cannot be believed; then nothing of the batch is taken.
 */
export async function readEvents<E extends Event>(
  db: Queries,
  signed: readonly { readonly event: E; readonly signature: string }[],
): Promise<readonly SignedEvent<E>[]> {
  const devices = await findDevices(db, [...new Set(signed.map(({ event }) => event.device))]);
  return signed.map(({ event, signature }, at) => {
    const device = devices.get(event.device);
    const text = canonicalOf(event, at);
    const bytes = Buffer.from(`${CAPTURE_CONTEXT}\n${text}`);
    const isSigned =
      device !== undefined &&
      verify(null, bytes, devicePublicKey(device.publicKey), Buffer.from(signature, "base64url"));
    if (!isSigned || device === undefined) throw notSigned(at);
    return { event, capture: captureOf(event, text), device };
  });
}

/** Place of an event in its device's numbers; its digest is over the canonical text. */
export function captureOf({ device, boot, sequence, at }: Event, text: string): Capture {
  return { device, boot, sequence, atMs: instantMs(at), digest: createHash("sha256").update(text).digest("hex") };
}

function canonicalOf(event: Event, at: number): string {
  try {
    return writeCanonical(event as CanonicalValue);
  } catch {
    throw new RequestError("request/invalid", 400, "Cannot read the event: it has no canonical form", {
      field: `/events/${at}/event`,
    });
  }
}

async function findDevices(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, Device>> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select device, side, gate, lane, public_key as "publicKey", automatic, device_kind as "deviceKind", active
     from device where key = any($1)`,
    [ids],
    "devices",
  );
  return new Map(rows.map(deviceOf).map((device) => [device.device, device]));
}

function notSigned(at: number): RequestError {
  return new RequestError("event/signature", 422, "Cannot believe the event: its device's signature does not fit", {
    field: `/events/${at}/signature`,
    texts: {
      zh: "记录的设备签名不符，未予接受。",
      kk: "Жазбадағы құрылғы қолтаңбасы сәйкес келмейді, қабылданбады.",
      ru: "Подпись устройства под записью не подходит, запись не принята.",
      en: "The device's signature on the record does not fit; it was not taken.",
    },
  });
}
