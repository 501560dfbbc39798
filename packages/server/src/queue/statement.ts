import { ShiftSet, type ShiftStatement } from "@twinline/api";
import { formatKey, isIntact, parseCanonical, parseKey, verifyReceipt } from "@twinline/journal";
import { sha256, verifySignature } from "@twinline/journal/node";
import { quarterOf, type SetShift, SPAN_QUARTERS_MAX } from "@twinline/zone";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { RequestError } from "../errors.ts";
import { findPeerKey } from "./queries.ts";
import type { Queueing } from "./queueing.ts";

/** The other side's word as its journal holds it. */
export type Stated = Pick<SetShift, "side" | "shift"> & {
  readonly from: number;
  readonly until: number;
  readonly statement: NonNullable<SetShift["statement"]>;
};

/** A side's word is about quarters no farther from now than this: a year. */
export const STATED_QUARTERS_MAX = 366 * 96;

/** What an officer of the other side could have entered, within the bounds that an officer here has. */
const { lanes, staff, staffPerLane, perLane } = ShiftSet.properties;
const StatedShift = Type.Object({
  kind: Type.Literal("queue_shift"),
  outcome: Type.Literal("done"),
  side: Type.String(),
  from: Type.Integer(),
  until: Type.Integer(),
  lanes,
  staff,
  staffPerLane,
  perLane,
});

/**
 * Reads an entry of the other side: its hash must stand over its text, its receipt must be signed with the key that two
 * officers have compared, and it must be that side's own word. Throws RequestError 422.
 */
export async function readStatement(queueing: Queueing, given: ShiftStatement): Promise<Stated> {
  const { access, peerOrigin } = queueing;
  const { receipt, prev, body } = given;
  const key = await findPeerKey(access.node.database, peerOrigin);
  if (key === undefined) throw problem("queue/peer-unknown", "its key has not been compared yet", peerUnknown);
  const { origin, number, hash } = receipt;
  const isItself = origin === peerOrigin && isIntact(origin, { number, prev, hash, body }, sha256);
  if (!isItself || !(await isSigned(receipt, key))) throw broken();
  const told = readBody(body);
  const side = peerOrigin.split("/").at(-1)!;
  const now = quarterOf(access.node.effects.now().epochMilliseconds);
  if (!Check(StatedShift, told) || told.side !== side || "statement" in told || !isNear(told, now)) throw broken();
  const { from, until, lanes, staff, staffPerLane, perLane } = told;
  return { side, from, until, shift: { lanes, staff, staffPerLane, perLane }, statement: { origin, number, hash } };
}

function isNear({ from, until }: Pick<Static<typeof StatedShift>, "from" | "until">, now: number): boolean {
  const isShift = until > from && until - from <= SPAN_QUARTERS_MAX;
  return isShift && from >= now - STATED_QUARTERS_MAX && until <= now + STATED_QUARTERS_MAX;
}

/** A verifier key of the other side. Throws RequestError 422 when it is none or another journal's. */
export function readKey(text: string, origin: string): string {
  try {
    const key = parseKey(text.trim(), sha256);
    if (key.name === origin) return formatKey(key);
  } catch {
    // A text that is no key and a key of somebody else are the same mistake.
  }
  throw problem("queue/peer-key", `it is no key of "${origin}"`, {
    zh: "这不是对方日志的验证密钥。",
    kk: "Бұл екінші тарап журналының кілті емес.",
    ru: "Это не ключ журнала другой стороны.",
    en: "This is not the key of the other side's journal.",
  });
}

async function isSigned(receipt: ShiftStatement["receipt"], key: string): Promise<boolean> {
  try {
    await verifyReceipt(receipt, [parseKey(key, sha256)], verifySignature);
    return true;
  } catch {
    return false;
  }
}

function readBody(text: string): Record<string, unknown> | undefined {
  try {
    return parseCanonical(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

type Words = { readonly zh: string; readonly kk: string; readonly ru: string; readonly en: string };

const peerUnknown: Words = {
  zh: "尚未核对对方日志的密钥。请先由两名关员核对。",
  kk: "Екінші тарап журналының кілті әлі салыстырылған жоқ. Алдымен екі қызметкер салыстырсын.",
  ru: "Ключ журнала другой стороны ещё не сверен. Сначала его сверяют два сотрудника.",
  en: "The key of the other side's journal has not been compared yet. Two officers must do so first.",
};

function broken(): RequestError {
  return problem("queue/statement", "it is not what the other side has signed", {
    zh: "此声明与对方签署的内容不符，未采用。",
    kk: "Бұл мәлімдеме екінші тарап қол қойған мәтінге сәйкес емес. Қабылданған жоқ.",
    ru: "Это не то, что подписала другая сторона. Не принято.",
    en: "This is not what the other side has signed. It was not taken.",
  });
}

function problem(id: string, why: string, texts: Words): RequestError {
  return new RequestError(id, 422, `Cannot take the other side's word: ${why}`, { texts });
}
