import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import {
  CAPTURE_CONTEXT,
  type CaptureReport,
  createDeviceKey,
  type DeviceSigner,
  deviceSigner,
  type ReservationAnswer,
  routes,
  type TillEvent,
} from "@twinline/api";
import { type CanonicalValue, writeCanonical } from "@twinline/journal";
import { countersOf } from "@twinline/zone";
import type { TestBrowser } from "../access/test-doors.ts";
import type { TestGate } from "../passages/test-gate.ts";

/** A till of a shop with its own journal of numbered events. */
export class TestTill {
  readonly browser: TestBrowser;
  readonly signer: DeviceSigner;
  boot: string = randomBytes(16).toString("base64url");
  sequence = 0;

  constructor(browser: TestBrowser, signer: DeviceSigner) {
    this.browser = browser;
    this.signer = signer;
    browser.signer = signer;
  }

  async reserve(body: object, key: string = randomUUID()): Promise<ReservationAnswer & { type?: string }> {
    return (await this.browser.post(routes.reserve.path, body, { "idempotency-key": key })).json();
  }

  async event(event: object, number?: number) {
    this.sequence = number ?? this.sequence + 1;
    const at = Temporal.Now.instant().toString({ smallestUnit: "millisecond" });
    const full = { device: this.signer.keyId, boot: this.boot, sequence: this.sequence, at, ...event } as TillEvent;
    return { event: full, signature: await signed(this.signer, full) };
  }

  async report(...events: object[]): Promise<CaptureReport & { type?: string }> {
    const answer = await this.browser.post(routes.tillEvents.path, { events });
    return answer.json();
  }

  sale(right: NonNullable<ReservationAnswer["right"]>, goods: object[], counters = countersOf(right)) {
    return this.event({ kind: "sale", reservation: right.reservation, hash: right.hash, counters, goods });
  }
}

export async function signed(signer: DeviceSigner, event: object): Promise<string> {
  const text = `${CAPTURE_CONTEXT}\n${writeCanonical(event as CanonicalValue)}`;
  return Buffer.from(await signer.sign(new TextEncoder().encode(text))).toString("base64url");
}

export async function openTill(gate: TestGate, place = "CN-S1", lane = "1"): Promise<TestTill> {
  const duty = await gate.enter("duty_officer");
  const key = await createDeviceKey();
  const add = { gate: place, lane, publicKey: key.publicKey, kind: "till" };
  assert.equal((await duty.post(routes.deviceAdd.path, add)).json().outcome, "done");
  return new TestTill(gate.device(), deviceSigner(key.keyId, key.privateKey));
}
