import type { DocumentInput, PassageAnswer, Verdict } from "@twinline/api";
import type { ActionGuard } from "./action-guard.ts";
import { actsOf } from "./actions.ts";
import type { GateEvent, GateState } from "./gate-state.ts";
import { slipOf } from "./slips.ts";
import type { GateActions } from "./view.ts";

export type Means = {
  readonly state: GateState;
  readonly guard: ActionGuard;
  readonly printer: boolean;
  /** Monotonic clock, ms. */
  now(): number;
  print(): void;
  dispatch(event: GateEvent): void;
  /** Leaves an open question to paper before the event. */
  leaveWith(event: GateEvent): void;
  askNode(state: GateState, document: DocumentInput): Promise<void>;
  override(answer: PassageAnswer, verdict: Verdict, reason: string, code?: string): Promise<void>;
};

type Actions = Omit<GateActions, "dismiss" | "setPrinter" | "setSound" | "signOut" | "sendPaper" | "printSeals"> & {
  scanned(lines: readonly string[], isDocument: boolean): void;
};

/** What the officer's hand and the reader do to the gate. Verdicts and the check wait out the quiet time (ux.md T2). */
export function gateActions(means: Means): Actions {
  const { state, dispatch, leaveWith } = means;
  const guarded = (deed: () => void): void => {
    if (means.guard.allows(means.now())) deed();
  };
  return {
    act: (verdict) => guarded(() => act(means, verdict)),
    next: () => guarded(() => leaveWith({ kind: "next" })),
    check: (document) => guarded(() => check(means, document)),
    scanned: (lines, isDocument) => {
      const pass = isDocument ? undefined : passCodeOf(lines);
      if (pass !== undefined) return leaveWith({ kind: "pass-read", pass });
      const sale = isDocument || state.direction === "in" ? undefined : slipOf(lines);
      if (sale !== undefined) return leaveWith({ kind: "slip-read", sale });
      if (!isDocument) return leaveWith({ kind: "scan-read", lines });
      const document = { mrz: [...lines] };
      leaveWith({ kind: "scan-read", lines, document });
      if (knowsGoods(state)) void means.askNode(state, document);
    },
    setDirection: (direction) => leaveWith({ kind: "direction", direction }),
    setTyping: (open) => (open ? leaveWith({ kind: "typing", open }) : dispatch({ kind: "typing", open })),
    setGoods: (goods) => dispatch({ kind: "goods", goods }),
    tickSlip: (sale, isTicked) => dispatch({ kind: "slip-ticked", sale, isTicked }),
    setTurned: (turned) => dispatch({ kind: "turned", turned: turned && state.phase.kind === "decided" }),
    cite: (reason) => dispatch(reason === undefined ? { kind: "citing" } : { kind: "citing", reason }),
    override: (reason, code) => {
      if (state.phase.kind === "decided" && state.overriding)
        void means.override(state.phase.answer, state.overriding, reason, code);
    },
    leaveOverride: () => dispatch({ kind: "overriding" }),
  };
}

const PASS_CODE = /^[A-Za-z0-9_-]{22}$/;

/** The code of a printed pass, if that is what was scanned. */
export function passCodeOf(lines: readonly string[]): string | undefined {
  const [line = "", ...more] = lines.map((one) => one.trim());
  return more.length === 0 && PASS_CODE.test(line) ? line : undefined;
}

/**
 * Into the zone nothing is declared; on the way out the traveller is asked once, unless goods are written already. What was
 * bought inside is confirmed by the officer's hand, so that a document never sends ticks that nobody looked at.
 */
function knowsGoods({ direction, goods, slips, pass }: GateState): boolean {
  return direction === "in" || (goods.length > 0 && slips.length === 0 && pass === undefined);
}

function check({ state, dispatch, askNode }: Means, typed: DocumentInput | undefined): void {
  const read = state.phase.kind === "declaring" ? state.phase.document : undefined;
  const document = typed ?? read;
  if (typed && !read && state.direction === "out" && state.goods.length === 0)
    dispatch({ kind: "declared", document: typed });
  else if (document) void askNode(state, document);
}

function act(means: Means, verdict: Verdict): void {
  const deed = actsOf(means.state.phase)[verdict];
  if (deed === "override") means.dispatch({ kind: "overriding", verdict });
  if (deed === "paper") means.leaveWith({ kind: "next" });
  if (deed === "confirm") confirm(means);
}

/** The verdict stands: hand over the pass, where there is one, and turn to the next traveller. */
function confirm({ state, printer, print, dispatch, leaveWith }: Means): void {
  const hasPass = state.phase.kind === "decided" && state.phase.answer.pass !== undefined;
  if (hasPass && !printer) {
    dispatch({ kind: "turned", turned: true });
    return;
  }
  if (hasPass) print();
  leaveWith({ kind: "next" });
}
