import type { GoodsLine, GoodsOutcome, Meter, OfflinePolicy, Problem, Reason, SaleRow, Texts } from "@twinline/api";
import type { NodeView } from "../gate/node-view.ts";
import type { JournalItem } from "../link/device-journal.ts";
import type { GoodsClass } from "./find-classes.ts";

/** What a right still holds of one limit, for people. */
export type HeldAmount = {
  readonly name: string;
  readonly label: Texts;
  readonly unit: string;
  readonly amount: number;
};

/** The traveller at the counter, as far as her pass tells. */
export type Visitor = {
  readonly code: string;
  /** Days of the stay; absent while the node is not reached. */
  readonly stay?: { readonly daysUsed: number; readonly daysMax: number; readonly lastDay: string };
  readonly meters: readonly Meter[];
  readonly held: readonly HeldAmount[];
};

/** A sale that this till made just now. */
export type Slip = {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly goods: readonly GoodsLine[];
  readonly outcomes: readonly GoodsOutcome[];
};

/** Why the basket was not sold: the rules' own words, or the till's. */
export type Stop = { readonly reasons: readonly Reason[] } | { readonly code: string } | { readonly problem: Problem };

export type TillDialog = "hold" | "return" | "journal";

/** Everything that the till's screen shows; the live till and the stories feed the same components with it. */
export type TillView = {
  readonly node: NodeView;
  readonly isOnline: boolean;
  readonly placeLabel: Texts;
  readonly place: string;
  readonly timeZone: string;
  readonly policy?: OfflinePolicy;
  readonly isSuspended: boolean;
  readonly classes: readonly GoodsClass[];
  /** What was scanned was no pass, or one that the node does not know. */
  readonly unread: boolean;
  readonly visitor?: Visitor;
  readonly goods: readonly GoodsLine[];
  /** What the basket would pay when sold from what is held here. */
  readonly outcomes: readonly GoodsOutcome[];
  readonly isBusy: boolean;
  readonly stop?: Stop;
  readonly slip?: Slip;
  readonly dialog?: TillDialog;
  readonly journal: readonly JournalItem[];
  /** Sales to this visitor that this till may take back. */
  readonly sales: readonly SaleRow[];
};

export type TillActions = {
  readonly setGoods: (goods: readonly GoodsLine[]) => void;
  readonly sell: () => void;
  readonly hold: (yuanMinor: number) => void;
  readonly giveBack: () => void;
  readonly takeBack: (sale: string, lines: readonly { readonly line: number; readonly quantity: number }[]) => void;
  readonly closeDay: () => void;
  readonly open: (dialog?: TillDialog) => void;
  readonly next: () => void;
};

/** Keys of the till; none is Enter, the reader's own (ux.md T2). */
export const tillKeys = { hold: "F2", return: "F4", journal: "F7", sell: "F8", next: "Escape" } as const;
