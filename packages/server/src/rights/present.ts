import type { Decision, ReservationAnswer } from "@twinline/api";
import { decisionsOf, getInteger, isObject, readMeter, tellLines, tellReasons, type Zone } from "@twinline/zone";
import { presentRecorded } from "../access/recording.ts";
import type { ZoneNode } from "../node.ts";
import type { Shelf } from "../rulebooks/shelf.ts";
import type { Recorded } from "../writer/ask.ts";
import { presentRight } from "./queries.ts";

/** Who is watched for is the gates' to know: a shop learns that it cannot sell, and not why. */
const askAtGate = {
  reason: "ask_at_gate",
  decisions: [],
  goods: [],
  meters: [],
  reasons: [
    {
      rule: "reason",
      mark: "stop" as const,
      text: {
        zh: "此处无法办理，请到卡口询问。",
        kk: "Мұнда рәсімдеу мүмкін емес. Қақпадан сұраңыз.",
        ru: "Здесь оформить нельзя. Обратитесь к сотрудникам у ворот.",
        en: "This cannot be done here. Please ask at the gate.",
      },
      citations: [],
    },
  ],
};

/** The answer to a reservation, from its entry alone: the same key gives the same answer for ever. */
export async function presentReservation(
  node: ZoneNode,
  { zone, shelf }: { readonly zone: Zone; readonly shelf: Shelf },
  recorded: Recorded,
  pass: string,
): Promise<ReservationAnswer> {
  const { body, number } = recorded;
  const answer = presentRecorded(node, recorded);
  const decisions = decisionsOf(body);
  const [first] = decisions;
  const told = { reasons: [], decisions: decisions as Decision[], goods: [], meters: [] };
  if (first === undefined) return { ...answer, ...told };
  if (decisions.some(({ facts }) => (facts.watch ?? "none") !== "none")) return { ...answer, ...askAtGate };
  const book = await shelf.fetch(first.hash);
  const isDone = body.outcome === "done";
  const meters = (zone.meters[book.rulebook.name] ?? []).map((row) => readMeter(book.rulebook, row, decisions, isDone));
  const given = isObject(body.reservation) && isObject(body.reservation.held) ? body.reservation.held : {};
  const held = Object.fromEntries(Object.keys(given).map((name) => [name, getInteger(given, name)]));
  return {
    ...answer,
    ...told,
    reasons: tellReasons(book, first),
    goods: tellLines(book.rulebook, decisions),
    meters: meters.filter((meter) => meter !== undefined),
    ...(isDone ? { right: presentRight(body, number, held, pass) } : {}),
  };
}
