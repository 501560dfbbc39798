import type { ReactNode } from "react";
import { useText } from "../ui/language.ts";
import { GoodsPanel } from "./GoodsPanel.tsx";
import { LeftPanel } from "./LeftPanel.tsx";
import { VerdictBanner } from "./VerdictBanner.tsx";
import type { GateActions, GateView } from "./view.ts";
import { WhyPanel } from "./WhyPanel.tsx";

/** What follows: the verdict, why, what is left, and the goods. */
export function FollowsRoom({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const text = useText();
  return (
    <main className="follows" aria-label={text("gate.follows")} data-direction={view.state.direction}>
      <VerdictBanner view={view} on={on} />
      <div className="follows-pair">
        <WhyPanel phase={view.state.phase} onCite={on.cite} />
        <LeftPanel phase={view.state.phase} />
      </div>
      {view.state.direction === "out" || view.state.goods.length > 0 ? <GoodsPanel view={view} on={on} /> : null}
    </main>
  );
}
