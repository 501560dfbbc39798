import type { ExplanationLine, Reason } from "@twinline/api";
import type { ReactNode } from "react";
import { isMessageKey } from "../messages/catalogue.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useText, useTexts } from "../ui/language.ts";

type Props = {
  readonly reason: Reason;
  /** Absent while the working is fetched, or when it cannot be had. */
  readonly working: readonly ExplanationLine[] | undefined;
  readonly onClose: () => void;
};

/** The provision beside the values that it was applied to: the officer can always answer "why?". */
export function CitationDialog({ reason, working, onClose }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const lines = working?.filter((line) => line.rule === reason.rule) ?? [];
  return (
    <Dialog title={word(reason.text)} onClose={onClose} wide>
      <ul className="cites">
        {reason.citations.map(({ provision, cite, confidence }) => (
          <li key={provision}>
            <strong>{word(cite)}</strong>
            <Confidence level={confidence} />
          </li>
        ))}
      </ul>
      {working ? <Working lines={lines.length > 0 ? lines : working} /> : <p>{text("gate.working.none")}</p>}
      <div className="ui-dialog-buttons">
        <Button tone="primary" onPress={onClose}>
          {text("ui.close")}
        </Button>
      </div>
    </Dialog>
  );
}

/** Said only where the figure is not certain: what is certain needs no word. */
function Confidence({ level }: { readonly level: string }): ReactNode {
  const text = useText();
  const key = `gate.confidence.${level}`;
  return isMessageKey(key) ? <span className="cites-confidence">{text(key)}</span> : null;
}

function Working({ lines }: { readonly lines: readonly ExplanationLine[] }): ReactNode {
  const word = useTexts();
  return (
    <ul className="working">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of a working has no name but its place
        <li key={index}>
          <span>{word(line.text)}</span>
          {line.cite ? <span className="working-cite">{word(line.cite)}</span> : null}
          {line.note ? <p>{word(line.note)}</p> : null}
          {line.children.length > 0 ? <Working lines={line.children} /> : null}
        </li>
      ))}
    </ul>
  );
}
