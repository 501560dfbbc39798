import type { ReactNode } from "react";
import type { MessageKey } from "../messages/catalogue.ts";
import { useText } from "../ui/language.ts";
import type { Phase } from "./gate-state.ts";

/** The reader's window: what it saw, as it saw it. */
export function DocumentWindow({
  phase,
  lines,
  hasPass,
}: {
  readonly phase: Phase;
  readonly lines: readonly string[];
  readonly hasPass: boolean;
}): ReactNode {
  const text = useText();
  return (
    <figure className="window" data-phase={phase.kind}>
      {lines.length > 0 ? (
        <pre className="window-lines" dir="ltr">
          {lines.join("\n")}
        </pre>
      ) : (
        <div className="window-empty" aria-hidden="true">
          <span />
          <span />
        </div>
      )}
      <figcaption>
        {text(captionOf(phase, lines))}
        {hasPass ? ` · ${text("gate.pass.read")}` : null}
      </figcaption>
    </figure>
  );
}

function captionOf(phase: Phase, lines: readonly string[]): MessageKey {
  if (phase.kind === "reading") return "gate.window.reading";
  if (phase.kind === "nothing") return phase.problem ? "gate.window.problem" : "gate.window.no-document";
  if (lines.length === 0) return phase.kind === "waiting" ? "gate.window.waiting" : "gate.window.typed";
  return phase.kind === "decided" ? "gate.window.valid" : "gate.window.read";
}
