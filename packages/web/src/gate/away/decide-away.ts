import type { PassageRequest, Traveller } from "@twinline/api";
import {
  type Body,
  type Counting,
  documentFacts,
  documentWarningText,
  type GoodsLine,
  type Installed,
  instantText,
  LoadedState,
  type PassageCommand,
  passage,
  readDocument,
  rulebookOf,
  STAY,
  type ToldPassage,
  type TravelDocument,
  tellPassage,
  type Watch,
  type World,
} from "@twinline/zone";
import type { AwayStay } from "../../link/away-note.ts";
import type { OpenedPack } from "./opened-pack.ts";

/** Whoever stands here; the node's own token is not known to a gate. */
const HERE = "here";

export type AwayQuestion = {
  readonly request: PassageRequest;
  readonly document: TravelDocument;
  readonly watch: Watch;
  readonly stay: AwayStay | undefined;
  readonly pass: string;
  readonly atMs: number;
  readonly number: number;
  /** Why the lists of the pack must not let anybody in by themselves. */
  readonly doubt?: "lists_stale" | undefined;
};

export type AwayDecision = {
  readonly body: Body;
  readonly told: ToldPassage;
  /** Counter values that the first decision was taken with. */
  readonly counters: Readonly<Record<string, number>>;
  readonly stay: AwayStay | undefined;
};

/** A category of goods that the pack does not know: written down by a newer page than the pack. */
export class UnknownCategoryError extends Error {
  readonly id = "passage/category";
}

/** Reads a document as the node would. Throws DocumentError, CalendarError. */
export function readAway({ pack, world }: OpenedPack, request: PassageRequest, atMs: number): TravelDocument {
  const { rows, byHand } = pack.documents ?? { rows: [], byHand: [] };
  return readDocument(request.document, { legalDay: world.legalDay(atMs) as never, rows, byHand });
}

/**
 * Decides a passage with the node's own concept over what this device holds. What a gate cannot know it does not assume:
 * an allowance lives elsewhere, so goods without a right here have no counters and the rules refer them to a person.
 */
export function decideAway(opened: OpenedPack, question: AwayQuestion): AwayDecision {
  const command = commandOf(opened, question);
  const installed = opened.world.rulebooks.get(fullName(opened.world, command)) as Installed;
  const isBlind = command.goods.length > 0 || command.direction === "in";
  const known = isBlind ? blind(installed) : installed;
  const world = { ...opened.world, rulebooks: new Map([...opened.world.rulebooks, [known.rulebook.name, known]]) };
  const state = new LoadedState(passage.keys(command, world, question.atMs), rowsOf(question));
  const ruling = passage.decide(command, state, world, question);
  const { outcome, reason } = settled(ruling, question.doubt);
  const body = {
    ...ruling.details,
    kind: "passage",
    at: instantText(question.atMs),
    outcome,
    reason,
    counts: (outcome === "admit" ? "all" : "facts") satisfies Counting,
  } as Body;
  const told = tellPassage(opened.zone, known, body);
  return { body, told, counters: isBlind ? {} : (told.decisions[0]?.counters ?? {}), stay: stayAfter(told, question) };
}

function commandOf({ goodsFacts }: OpenedPack, { request, document, watch, pass }: AwayQuestion): PassageCommand {
  const { direction, gate, lane, goods = [] } = request;
  return {
    kind: "passage",
    by: {},
    direction,
    gate,
    lane,
    traveller: { person: HERE, document: documentFacts(document), watch },
    goods: goods.map((line): GoodsLine => {
      const facts = goodsFacts.get(line.category);
      if (!facts)
        throw new UnknownCategoryError(`Cannot take the goods: no category "${line.category}" is in the pack`);
      return { ...line, facts };
    }),
    pass,
  };
}

function fullName(world: World, { direction }: PassageCommand): string {
  return `${world.zone}/${world.side}/${rulebookOf[direction]}`;
}

/** The same rules without a counter: what reads one is unanswerable, and the passage is referred. */
function blind(installed: Installed): Installed {
  return { ...installed, decide: (facts, _counters, days) => installed.decide(facts, {}, days) };
}

function rowsOf({ stay, document, atMs }: AwayQuestion) {
  if (!stay) return [];
  const { kind, nationality } = document;
  return [{ table: STAY, key: HERE, row: { ...stay, enteredAtMs: atMs, document: kind, nationality } }];
}

/** Lists that are too old let nobody in by themselves (P19): a person looks. A refusal stands. */
function settled(
  { outcome, reason }: { readonly outcome: string; readonly reason: string },
  doubt: string | undefined,
) {
  return doubt !== undefined && outcome === "admit" ? { outcome: "refer", reason: doubt } : { outcome, reason };
}

function stayAfter({ verdict, direction, stay }: ToldPassage, question: AwayQuestion): AwayStay | undefined {
  if (direction === "out" || verdict !== "admit") return question.stay;
  if (!stay) return undefined;
  const day = (text: string): number => Temporal.PlainDate.from("1970-01-01").until(text).days;
  const { visit, enteredOn, lastDay } = stay;
  return { visit, gate: question.request.gate, enteredDay: day(enteredOn), lastDay: day(lastDay) };
}

/** The traveller as the officer sees her, from the document that was read. */
export function travellerAway({ document }: AwayQuestion): Traveller {
  const { kind, number, nationality, name, born, expires, warnings } = document;
  const isWhole = born?.month !== undefined && born.day !== undefined;
  const text = (value: number): string => String(value).padStart(2, "0");
  return {
    name: name?.text ?? "",
    nationality,
    documentKind: kind,
    documentNumber: number,
    ...(isWhole ? { born: `${born.year}-${text(born.month!)}-${text(born.day!)}` } : {}),
    ...(expires === undefined ? {} : { expires: expires.toString() }),
    ...(warnings.length === 0 ? {} : { notes: warnings.map(documentWarningText) }),
  };
}
