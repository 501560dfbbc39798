import type { Texts } from "@twinline/rulebook";
import chronologyData from "../../data/streams/chronology.json" with { type: "json" };
import eventData from "../../data/streams/events.json" with { type: "json" };
import proposalData from "../../data/streams/proposals.json" with { type: "json" };
import type { Sourced } from "../atlas/atlas.ts";

/** Kingdon's three streams. */
export const streamNames = ["problem", "policy", "politics"] as const;
export type StreamName = (typeof streamNames)[number];

/**
 * Something that feeds the problem or the politics stream. `from` has the precision of its source: 1983, 2002-12 or
 * 2004-09-24. A condition or feedback lasts until `until`; everything else fades.
 */
export type StreamEvent = Sourced & {
  readonly code: string;
  readonly from: string;
  readonly until?: string;
  readonly stream: "problem" | "politics";
  readonly kind:
    | "condition"
    | "feedback"
    | "focusing"
    | "indicator"
    | "treaty"
    | "summit"
    | "turnover"
    | "plan"
    | "initiative";
  /** Major topic of the Comparative Agendas codebook. */
  readonly topic: string;
  readonly name: Texts;
};

export const stages = ["idea", "draft", "agreed", "signed", "adopted"] as const;
export type Stage = (typeof stages)[number];

export const checklist = ["technical", "budget", "law", "acceptance", "capacity"] as const;

/** A proposal of the policy stream; a point of the checklist is 0 to 1, null when nobody recorded it. */
export type StreamProposal = {
  readonly code: string;
  readonly name: Texts;
  readonly stages: readonly { readonly from: string; readonly stage: Stage }[];
  readonly checklist: Readonly<Record<(typeof checklist)[number], number | null>>;
  readonly source: string;
  readonly doubt?: Texts;
};

/** A change that happened, and what it wrote into the streams itself. */
export type HistoricChange = {
  readonly date: string;
  readonly kind: "change" | "politics";
  readonly own: readonly string[];
  readonly name: Texts;
};

export type Streams = { readonly events: readonly StreamEvent[]; readonly proposals: readonly StreamProposal[] };

/** The streams at Khorgos as the sources tell them (S3; book of figures 10, 11). */
export const khorgosStreams: Streams = {
  events: eventData.events as readonly StreamEvent[],
  proposals: proposalData.proposals as readonly StreamProposal[],
};

export const khorgosChronology: readonly HistoricChange[] = chronologyData.changes as readonly HistoricChange[];
