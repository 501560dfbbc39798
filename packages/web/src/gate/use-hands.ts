import type { ActionGuard } from "./action-guard.ts";
import { DOCUMENT_FORM } from "./document-form-id.ts";
import type { GateEvent, GateState } from "./gate-state.ts";
import { isMrz, tidyLines } from "./mrz-shape.ts";
import { useKeys } from "./use-keys.ts";
import { useScans } from "./use-scans.ts";
import type { GateActions } from "./view.ts";

type Hands = {
  readonly state: GateState;
  readonly guard: ActionGuard;
  readonly actions: Pick<GateActions, "act" | "check" | "next" | "setTurned">;
  scanned(lines: readonly string[], isDocument: boolean): void;
  leaveWith(event: GateEvent): void;
};

/** The officer's function keys and the reader, told apart. A scan answers no question that lies over the screen. */
export function useHands({ state, guard, actions, scanned, leaveWith }: Hands): void {
  const isAsked = state.overriding !== undefined;
  useKeys(
    {
      act: actions.act,
      check: () => (state.typing ? submitTyped() : actions.check()),
      turn: () => actions.setTurned(!state.turned),
      next: actions.next,
    },
    isAsked || state.citing !== undefined || state.turned,
  );
  useScans({
    onBegan: (at) => {
      guard.hold(at);
      if (!isAsked) leaveWith({ kind: "scan-began" });
    },
    onScan: (lines, at) => {
      guard.hold(at);
      if (!isAsked) scanned(isMrz(lines) ? tidyLines(lines) : lines, isMrz(lines));
    },
  });
}

/** NOTE: not `submit()`: only a requested submission runs the form's own reading of its fields. */
function submitTyped(): void {
  const form = document.getElementById(DOCUMENT_FORM);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
