import type { ReactNode } from "react";
import { useText } from "../ui/language.ts";
import { GoodsPanel } from "./GoodsPanel.tsx";
import { canDeclare } from "./gate-state.ts";
import { LeftPanel } from "./LeftPanel.tsx";
import { VerdictBanner } from "./VerdictBanner.tsx";
import type { GateActions, GateView } from "./view.ts";
import { WhyPanel } from "./WhyPanel.tsx";

/** What follows: the verdict, why, what is left, and the goods. */
export function FollowsRoom({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const text = useText();
  const hasGoods = view.state.direction === "out" || view.state.goods.length > 0;
  const isOpen = hasGoods && canDeclare(view.state);
  return (
    <main className={isOpen ? "follows follows-declaring" : "follows"} aria-label={text("gate.follows")}>
      <VerdictBanner view={view} on={on} />
      <div className="follows-pair">
        <WhyPanel phase={view.state.phase} onCite={on.cite} />
        <LeftPanel phase={view.state.phase} />
      </div>
      {hasGoods ? <GoodsPanel view={view} on={on} /> : null}
    </main>
  );
}
