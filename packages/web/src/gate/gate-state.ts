import type {
  Direction,
  DocumentInput,
  GoodsLine,
  PassageAnswer,
  PassageRequest,
  Problem,
  SaleRow,
  Verdict,
} from "@twinline/api";
import type { OutboxItem } from "../link/outbox.ts";
import type { Away } from "./away/pass-away.ts";
import { onlyScanned, type Slip, withRows, withScanned, withTick } from "./slips.ts";

export type Trouble = { readonly kind: "busy" | "unreached"; readonly tries: number };

/** What happens to the traveller who stands here. Only "decided" is a verdict; nothing else may look like one. */
export type Phase =
  | { readonly kind: "waiting" }
  /** `before`: a document is read already, and what comes now may be the pass that belongs to it. */
  | { readonly kind: "reading"; readonly before?: GateState }
  /** On the way out the document is read and the goods are still to be said. */
  | { readonly kind: "declaring"; readonly document: DocumentInput }
  | { readonly kind: "asking"; readonly item: OutboxItem; readonly trouble?: Trouble }
  | {
      readonly kind: "decided";
      readonly request: PassageRequest;
      readonly answer: PassageAnswer;
      /** This device decided by itself: the receipt is its own. */
      readonly away?: Away;
    }
  /** The scan was no travel document, or the node could not take the request; then it said why. */
  | { readonly kind: "nothing"; readonly problem?: Problem };

export type GateState = {
  readonly phase: Phase;
  readonly direction: Direction;
  /** Lines as the reader gave them, for the officer's eye. */
  readonly scanned: readonly string[];
  readonly goods: readonly GoodsLine[];
  /** What was sold inside and may go out with this passage. */
  readonly slips: readonly Slip[];
  /** Code of the pass that was shown; a gate without its node knows by it who is inside. */
  readonly pass?: string;
  /** A document is typed by hand. */
  readonly typing: boolean;
  /** The screen is turned round to the traveller. */
  readonly turned: boolean;
  /** The verdict that an officer asks for against the rules. */
  readonly overriding?: Verdict;
  /** Place of the reason whose provision is open; a rule may speak once for each line of goods. */
  readonly citing?: number;
};

export type GateEvent =
  | { readonly kind: "scan-began" }
  | { readonly kind: "scan-read"; readonly lines: readonly string[]; readonly document?: DocumentInput }
  | { readonly kind: "pass-read"; readonly pass: string }
  | { readonly kind: "slip-read"; readonly sale: string }
  | { readonly kind: "sales-found"; readonly pass: string; readonly rows: readonly SaleRow[] }
  | { readonly kind: "slip-ticked"; readonly sale: string; readonly isTicked: boolean }
  | { readonly kind: "typing"; readonly open: boolean }
  | { readonly kind: "declared"; readonly document: DocumentInput }
  | { readonly kind: "asked"; readonly item: OutboxItem }
  | { readonly kind: "troubled"; readonly key: string; readonly trouble: Trouble }
  | {
      readonly kind: "answered";
      readonly key: string;
      readonly request: PassageRequest;
      readonly answer: PassageAnswer;
      readonly away?: Away;
    }
  | { readonly kind: "problem"; readonly key: string; readonly problem: Problem }
  | { readonly kind: "overriding"; readonly verdict?: Verdict }
  | { readonly kind: "overridden"; readonly answer: PassageAnswer }
  | { readonly kind: "citing"; readonly reason?: number }
  | { readonly kind: "turned"; readonly turned: boolean }
  | { readonly kind: "goods"; readonly goods: readonly GoodsLine[] }
  | { readonly kind: "direction"; readonly direction: Direction }
  | { readonly kind: "next" };

export function freshGate(direction: Direction): GateState {
  return { phase: { kind: "waiting" }, direction, scanned: [], goods: [], slips: [], typing: false, turned: false };
}

/** The gate's one state, pure. An answer to another request than the one on the screen changes nothing here. */
export function nextGate(state: GateState, event: GateEvent): GateState {
  switch (event.kind) {
    case "scan-began":
      return {
        ...cleared(state),
        phase: { kind: "reading", ...(state.phase.kind === "declaring" && { before: state }) },
      };
    case "scan-read":
      return event.document
        ? { ...cleared(state), scanned: event.lines, phase: { kind: "declaring", document: event.document } }
        : { ...cleared(state), scanned: event.lines, phase: { kind: "nothing" } };
    case "pass-read":
      return canDeclare(state) ? withPass(state, event.pass) : withPass(freshGate(state.direction), event.pass);
    case "slip-read":
      return withSlip(canDeclare(state) ? state : freshGate(state.direction), event.sale);
    case "typing":
      return event.open ? { ...cleared(state), typing: true } : { ...state, typing: false };
    case "declared":
      return { ...state, phase: { kind: "declaring", document: event.document } };
    case "asked":
      return { ...state, phase: { kind: "asking", item: event.item } };
    case "troubled":
      return withAsked(state, event.key, (item) => ({
        ...state,
        phase: { kind: "asking", item, trouble: event.trouble },
      }));
    case "answered":
      return withAsked(state, event.key, () => ({
        ...state,
        typing: false,
        phase: {
          kind: "decided",
          request: event.request,
          answer: event.answer,
          ...(event.away && { away: event.away }),
        },
      }));
    case "problem":
      return withAsked(state, event.key, () => ({ ...state, phase: { kind: "nothing", problem: event.problem } }));
    default:
      return nextDetail(state, event);
  }
}

type DetailEvent = Extract<
  GateEvent,
  {
    readonly kind:
      | "overriding"
      | "overridden"
      | "citing"
      | "turned"
      | "goods"
      | "sales-found"
      | "slip-ticked"
      | "direction"
      | "next";
  }
>;

function nextDetail(state: GateState, event: DetailEvent): GateState {
  const { overriding: _verdict, citing: _rule, ...closed } = state;
  switch (event.kind) {
    case "overriding":
      return event.verdict && state.phase.kind === "decided" ? { ...closed, overriding: event.verdict } : closed;
    case "overridden":
      return state.phase.kind === "decided" ? { ...closed, phase: overridden(state.phase, event.answer) } : closed;
    case "citing":
      return event.reason === undefined ? closed : { ...closed, citing: event.reason };
    case "turned":
      return { ...closed, turned: event.turned };
    case "goods":
      return canDeclare(state) ? { ...state, goods: event.goods } : state;
    case "sales-found":
      return canDeclare(state) && state.pass === event.pass
        ? { ...state, slips: withRows(state.slips, event.rows) }
        : state;
    case "slip-ticked":
      return canDeclare(state) ? { ...state, slips: withTick(state.slips, event.sale, event.isTicked) } : state;
    case "direction":
      return freshGate(event.direction);
    case "next":
      return freshGate(state.direction);
  }
}

/** Goods may be written down until the node is asked; afterwards they stand in the entry. */
export function canDeclare({ phase }: GateState): boolean {
  return phase.kind !== "asking" && phase.kind !== "decided";
}

type Decided = Extract<Phase, { readonly kind: "decided" }>;

/** The traveller is shown once and then forgotten by the node, so she stays as the first answer showed her. */
function overridden(phase: Decided, answer: PassageAnswer): Decided {
  const { traveller } = phase.answer;
  return { ...phase, answer: { ...(traveller && { traveller }), ...answer } };
}

/** The next traveller: nothing of the last one stays, except goods, slips and the pass that came before the document. */
function cleared(state: GateState): GateState {
  const fresh = freshGate(state.direction);
  if (!canDeclare(state)) return fresh;
  const { pass, goods, slips } = state;
  if (state.phase.kind === "declaring") return { ...fresh, goods };
  return { ...fresh, goods, slips, ...(pass !== undefined && { pass }) };
}

/** Another pass than before leaves only the papers that were scanned. */
function withPass(state: GateState, pass: string): GateState {
  const here = beforeScan(state);
  return { ...here, pass, slips: here.pass === pass ? here.slips : onlyScanned(here.slips) };
}

/** A till's paper beside whoever stands here, or before her document. */
function withSlip(state: GateState, sale: string): GateState {
  const here = beforeScan(state);
  return { ...here, slips: withScanned(here.slips, sale) };
}

/** A pass or a slip alone tells of nobody: a scan that read as nothing, or that began to be read, leaves the screen waiting. */
function beforeScan(state: GateState): GateState {
  const { phase } = state;
  if (phase.kind === "reading" && phase.before) return phase.before;
  const isIdle = phase.kind === "reading" || phase.kind === "nothing";
  return isIdle ? { ...state, phase: { kind: "waiting" } } : state;
}

function withAsked(state: GateState, key: string, then: (item: OutboxItem) => GateState): GateState {
  return state.phase.kind === "asking" && state.phase.item.key === key ? then(state.phase.item) : state;
}
