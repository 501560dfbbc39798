import type { ReactNode } from "react";
import { useText } from "../ui/language.ts";
import { Meter, MeterLegend } from "../ui/Meter.tsx";
import { Panel } from "../ui/Panel.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import type { Phase } from "./gate-state.ts";

/** What is left of each limit after this passage. */
export function LeftPanel({ phase }: { readonly phase: Phase }): ReactNode {
  const text = useText();
  const meters = phase.kind === "decided" ? phase.answer.meters : [];
  return (
    <Panel title={text("gate.left")} className="left" aside={meters.length === 0 ? null : <MeterLegend />}>
      {meters.length === 0 ? (
        <p className="quiet-line">{text("gate.none-yet")}</p>
      ) : (
        <Scroll label={text("gate.left")}>
          <ul className="left-meters">
            {meters.map((meter) => (
              <li key={meter.name}>
                <Meter meter={meter} />
              </li>
            ))}
          </ul>
        </Scroll>
      )}
    </Panel>
  );
}
