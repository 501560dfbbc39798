import type { Verdict } from "@twinline/api";
import type { ReactNode } from "react";
import type { MessageKey } from "../messages/catalogue.ts";
import { useText } from "../ui/language.ts";
import { type Act, actsOf, verdictKeys, verdictOrder } from "./actions.ts";
import { VerdictButton } from "./VerdictButton.tsx";
import type { GateActions, GateView } from "./view.ts";

/** What to do: three places that never move; only the fill follows the verdict. */
export function ActionBar({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const text = useText();
  const acts = actsOf(view.state.phase);
  return (
    <section className="act" aria-label={text("gate.act")}>
      {verdictOrder.map((verdict) => (
        <VerdictButton
          key={verdict}
          verdict={verdict}
          act={acts[verdict]}
          label={text(labelOf(verdict, acts[verdict], view))}
          shortcut={verdictKeys[verdict]}
          onPress={() => on.act(verdict)}
        />
      ))}
    </section>
  );
}

function labelOf(verdict: Verdict, act: Act, { state, printer }: GateView): MessageKey {
  if (act === "paper") return "gate.act.paper";
  if (act === "override") return `gate.act.${verdict}.against`;
  if (verdict !== "admit") return `gate.act.${verdict}`;
  if (state.direction === "out") return "gate.act.leave";
  const hasPass = state.phase.kind === "decided" && state.phase.answer.pass !== undefined;
  if (!hasPass) return "gate.act.admit";
  return printer ? "gate.act.admit.print" : "gate.act.admit.show";
}
