import type { Status } from "@twinline/api";
import type { ReactNode } from "react";
import { useText } from "./language.ts";

export type LadderStep = Status["ladder"];

const steps: readonly LadderStep[] = ["closed", "grace-over", "node-cut", "peer-cut", "full"];

/** Where the node stands on the ladder of degradation (D14), as stairs with a word, and one line below it. */
export function Ladder({ step, note }: { readonly step: LadderStep; readonly note: string }): ReactNode {
  const text = useText();
  const height = steps.indexOf(step);
  return (
    <div className="ui-ladder" role="status">
      <svg viewBox="0 0 24 22" aria-hidden="true">
        {steps.map((one, index) => (
          <rect
            key={one}
            x={index * 5}
            y={18 - index * 4}
            width="4"
            height={4 + index * 4}
            rx="1"
            fill={index <= height ? "var(--jade)" : "var(--line)"}
          />
        ))}
      </svg>
      <div>
        <strong>{text(`ui.ladder.${step}`)}</strong>
        <span>{note}</span>
      </div>
    </div>
  );
}
