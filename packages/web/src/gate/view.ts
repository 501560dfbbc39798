import type {
  CodeLists,
  Direction,
  DocumentInput,
  ExplanationLine,
  GoodsLine,
  Hold,
  PassageAnswer,
  PassageRow,
  Problem,
  Texts,
  Verdict,
} from "@twinline/api";
import type { Locale } from "../format/index.ts";
import type { GateState } from "./gate-state.ts";
import type { NodeView, Rulebook } from "./node-view.ts";
import type { SendPaper } from "./PaperDialog.tsx";
import type { Printed } from "./send-paper.ts";
import type { SalesListing } from "./use-sales.ts";

/** Something that the officer should know and that needs no answer at once. */
export type Notice =
  | { readonly kind: "rulebook-changed"; readonly rulebook: Rulebook }
  | { readonly kind: "lists-stale"; readonly age: number }
  | { readonly kind: "printer-missing" }
  /** What was decided without the node is in its journal now; so many of it a person must look at. */
  | { readonly kind: "caught-up"; readonly count: number; readonly findings: number }
  | { readonly kind: "found"; readonly key: string; readonly answer: PassageAnswer }
  | { readonly kind: "absent"; readonly key: string; readonly madeAt: string };

/** How far an override is: the second officer's own sign-in at this gate for the ground that was chosen. */
export type OverrideView = { readonly busy: boolean; readonly ground?: string; readonly problem?: Problem };

/** Everything that the gate's screen shows. The live gate and the stories feed the same components with it. */
export type GateView = {
  readonly state: GateState;
  readonly node: NodeView;
  readonly gateLabel: Texts;
  readonly lane: string;
  readonly officer: string;
  readonly timeZone: string;
  /** Languages of the zone, the most spoken first. */
  readonly languages: readonly Locale[];
  readonly codes?: CodeLists;
  /** How far the list of what was bought inside is. */
  readonly sales: SalesListing;
  /** What tills hold for the traveller whose pass lies here. */
  readonly holds: readonly Hold[];
  readonly recent: readonly PassageRow[];
  readonly notices: readonly Notice[];
  readonly printer: boolean;
  readonly sound: boolean;
  readonly override: OverrideView;
  /** This zone is a demonstration: the second officer may have a one-time code instead of a passkey. */
  readonly offersCode: boolean;
  /** Working of the rule whose provision is open; absent while it is fetched or when it cannot be had. */
  readonly working?: readonly ExplanationLine[];
};

/** What the officer can do on the screen. */
export type GateActions = {
  readonly act: (verdict: Verdict) => void;
  readonly next: () => void;
  readonly check: (document?: DocumentInput) => void;
  readonly setDirection: (direction: Direction) => void;
  readonly setTyping: (open: boolean) => void;
  readonly setGoods: (goods: readonly GoodsLine[]) => void;
  readonly tickSlip: (sale: string, isTicked: boolean) => void;
  readonly setTurned: (turned: boolean) => void;
  readonly cite: (reason?: number) => void;
  /** With the code of a demonstration the second officer needs no passkey; the node says whether it takes one. */
  readonly override: (reason: string, code?: string) => void;
  readonly leaveOverride: () => void;
  readonly dismiss: (notice: Notice) => void;
  readonly setPrinter: (printer: boolean) => void;
  readonly setSound: (sound: boolean) => void;
  readonly signOut: () => void;
  readonly sendPaper: SendPaper;
  readonly printSeals: (count: number) => Promise<Printed>;
};
