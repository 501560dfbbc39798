import type { Reason } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { useText, useTexts } from "../ui/language.ts";
import { Mark } from "../ui/Mark.tsx";
import { Panel } from "../ui/Panel.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import type { Phase } from "./gate-state.ts";

type Props = { readonly phase: Phase; readonly onCite: (rule: string) => void };

/** Each rule's say with its mark; the citation opens the provision beside its working. */
export function WhyPanel({ phase, onCite }: Props): ReactNode {
  const text = useText();
  const reasons = phase.kind === "decided" ? phase.answer.reasons : [];
  return (
    <Panel title={text("gate.why")} className="why">
      {reasons.length === 0 ? (
        <p className="quiet-line">{text("gate.none-yet")}</p>
      ) : (
        <Scroll label={text("gate.why")}>
          <ul>
            {reasons.map((reason) => (
              <ReasonLine key={reason.rule} reason={reason} onCite={onCite} />
            ))}
          </ul>
        </Scroll>
      )}
    </Panel>
  );
}

function ReasonLine({
  reason,
  onCite,
}: {
  readonly reason: Reason;
  readonly onCite: (rule: string) => void;
}): ReactNode {
  const text = useText();
  const word = useTexts();
  const cites = reason.citations.map(({ cite }) => word(cite)).join("; ");
  return (
    <li className="reason">
      <Mark mark={reason.mark} label={text(`ui.mark.${reason.mark}`)} />
      <span className="reason-text">{word(reason.text)}</span>
      {cites ? (
        <Button tone="plain" onPress={() => onCite(reason.rule)}>
          {cites}
        </Button>
      ) : null}
    </li>
  );
}
