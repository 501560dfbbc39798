import type { Reason } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { useText, useTexts } from "../ui/language.ts";
import { Mark } from "../ui/Mark.tsx";
import { Panel } from "../ui/Panel.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import type { Phase } from "./gate-state.ts";

type Props = { readonly phase: Phase; readonly onCite: (reason: number) => void };

/** Each rule's say with its mark; the citation opens the provision beside its working. */
export function WhyPanel({ phase, onCite }: Props): ReactNode {
  const text = useText();
  const reasons = phase.kind === "decided" ? gravest(phase.answer.reasons) : [];
  return (
    <Panel title={text("gate.why")} className="why">
      {reasons.length === 0 ? (
        <p className="quiet-line">{text("gate.none-yet")}</p>
      ) : (
        <Scroll label={text("gate.why")}>
          <ul>
            {reasons.map(({ reason, index }) => (
              <ReasonLine key={index} reason={reason} onCite={() => onCite(index)} />
            ))}
          </ul>
        </Scroll>
      )}
    </Panel>
  );
}

/** What stops comes first, the rest as the node told it; the place in the answer stays with each. */
function gravest(reasons: readonly Reason[]): readonly { readonly reason: Reason; readonly index: number }[] {
  const placed = reasons.map((reason, index) => ({ reason, index }));
  const stops = placed.filter(({ reason }) => reason.mark === "stop");
  return [...stops, ...placed.filter(({ reason }) => reason.mark !== "stop")];
}

type LineProps = { readonly reason: Reason; readonly onCite: () => void };

function ReasonLine({ reason, onCite }: LineProps): ReactNode {
  const text = useText();
  const word = useTexts();
  return (
    <li className="reason">
      <Mark mark={reason.mark} label={text(`ui.mark.${reason.mark}`)} />
      <div>
        <p>{word(reason.text)}</p>
        <p className="reason-cites">
          {reason.citations.map(({ provision, cite }) => (
            <Button key={provision} tone="plain" onPress={onCite}>
              {word(cite)}
            </Button>
          ))}
        </p>
      </div>
    </li>
  );
}
