import type { Verdict } from "@twinline/api";
import type { ReactNode } from "react";
import { KeyHint } from "../ui/KeyHint.tsx";
import { type Act, isPrimary } from "./actions.ts";

type Props = {
  readonly verdict: Verdict;
  readonly act: Act;
  readonly label: string;
  readonly shortcut: string;
  readonly onPress: () => void;
};

/**
 * A verdict's button. It can be pressed but never focused, so that no key of a reader can press it (ux.md T2); by keyboard it
 * is its function key. A screen reader that focuses it to press it gives the focus back at once.
 */
export function VerdictButton({ verdict, act, label, shortcut, onPress }: Props): ReactNode {
  const isOff = act === "none";
  return (
    <button
      type="button"
      tabIndex={-1}
      className="act-button"
      data-verdict={verdict}
      data-act={act}
      data-primary={isPrimary(act) || undefined}
      aria-disabled={isOff}
      aria-keyshortcuts={shortcut}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onFocus={(event) => event.currentTarget.blur()}
      onClick={() => (isOff ? undefined : onPress())}
    >
      <span>{label}</span>
      <KeyHint name={shortcut} />
    </button>
  );
}
