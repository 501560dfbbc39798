import type { GateEvent, PassageAnswer, PassageRequest, Problem } from "@twinline/api";
import { CalendarError, DocumentError, documentErrorText } from "@twinline/zone";
import { randomCode, sha256Hex } from "../../link/base64url.ts";
import { JournalFullError, type JournalPen, writeEvent } from "../../link/device-journal.ts";
import { LISTS_STALE, listsReason } from "./away-reasons.ts";
import { type AwayDecision, type AwayQuestion, decideAway, readAway, travellerAway } from "./decide-away.ts";
import { findStayAway } from "./known-stay.ts";
import type { OpenedPack } from "./opened-pack.ts";
import { commitmentOf, watchOf } from "./who.ts";

export type AwayMeans = {
  readonly opened: OpenedPack;
  readonly pen: JournalPen;
  /** The lists are past their grace, or longer than a pack. */
  readonly listsStale: boolean;
  readonly now: Temporal.Instant;
};

/** The number in this device's own journal, and how old the data was. */
export type Away = { readonly sequence: number; readonly asOf: string };
export type AwayOutcome =
  | { readonly kind: "answered"; readonly answer: PassageAnswer; readonly away: Away }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * A passage without the node: read, decided by the same core, written on this device's disk, and only then told (P17).
 * `shown` is the code of a pass that the traveller showed.
 */
export async function passAway(means: AwayMeans, request: PassageRequest, shown?: string): Promise<AwayOutcome> {
  try {
    return await decideAndWrite(means, request, shown);
  } catch (error) {
    return { kind: "problem", problem: problemOf(error) };
  }
}

async function decideAndWrite(means: AwayMeans, request: PassageRequest, shown?: string): Promise<AwayOutcome> {
  const { opened, pen, now, listsStale } = means;
  const { pack, world } = opened;
  const atMs = now.epochMilliseconds;
  const document = readAway(opened, request, atMs);
  const who = await commitmentOf(pack.watch?.salt ?? "", document);
  const code = randomCode();
  const [given, seen] = [await sha256Hex(code), shown === undefined ? undefined : await sha256Hex(shown)];
  const journal = await pen.place.list();
  const question: Omit<AwayQuestion, "number"> = {
    request,
    document,
    watch: watchOf(pack, who, world.legalDay(atMs)),
    stay: findStayAway(pack, journal, { who, pass: seen }),
    pass: given,
    atMs,
    ...(listsStale ? { doubt: LISTS_STALE } : {}),
  };
  let decided: AwayDecision | undefined;
  const item = await writeEvent(pen, (head) => {
    const done = decideAway(opened, { ...question, number: head.sequence });
    decided = done;
    const isIn = request.direction === "in" && done.told.verdict === "admit";
    const event: GateEvent = {
      ...head,
      at: now.toString({ smallestUnit: "second" }),
      kind: "passage",
      passage: plainRequest(request),
      verdict: done.told.verdict,
      reason: done.told.reason,
      hash: done.told.rulebook.hash,
      counters: { ...done.counters },
      ...(question.stay === undefined ? {} : { stay: { ...question.stay } }),
      watch: question.watch,
      dataAsOf: pack.asOf,
      ...(isIn ? { pass: given } : {}),
    };
    const pass = isIn ? given : seen;
    return {
      event,
      note: { who, ...(pass === undefined ? {} : { pass }), ...(done.stay === undefined ? {} : { stay: done.stay }) },
    };
  });
  const answer = answerOf(decided!, { ...question, number: item.event.sequence }, item, code);
  return { kind: "answered", answer, away: { sequence: item.event.sequence, asOf: pack.asOf } };
}

/** The answer as the node gives it; its receipt is this device's own: number, signature and instant of the event. */
function answerOf(
  { told, body }: AwayDecision,
  question: AwayQuestion,
  { event, signature }: { readonly event: GateEvent; readonly signature: string },
  code: string,
): PassageAnswer {
  const { reasons, decisions, ...rest } = told;
  return {
    ...rest,
    reasons: question.doubt === undefined ? reasons : [listsReason(), ...reasons],
    decisions: decisions as PassageAnswer["decisions"],
    receipt: { origin: event.device, number: event.sequence, hash: "", at: body.at, signature },
    traveller: travellerAway(question),
    may: [],
    ...(event.pass === undefined ? {} : { pass: code }),
  };
}

/** Canonical bytes take only NFC text; a typed name may come in another form. */
function plainRequest(request: PassageRequest): PassageRequest {
  return JSON.parse(JSON.stringify(request).normalize("NFC")) as PassageRequest;
}

function problemOf(error: unknown): Problem {
  if (error instanceof DocumentError)
    return { type: error.id, status: 422, title: error.message, text: documentErrorText(error) };
  const title = error instanceof Error ? error.message : String(error);
  if (error instanceof CalendarError) return { type: "away/closed", status: 0, title };
  if (error instanceof JournalFullError) return { type: error.id, status: 0, title };
  return { type: "away/failed", status: 0, title };
}
