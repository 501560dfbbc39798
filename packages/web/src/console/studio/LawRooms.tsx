import type { CheckedRulebook } from "@twinline/rulebook";
import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { useText } from "../../ui/language.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { useDesk } from "../shell/desk.ts";
import { CounterList } from "./CounterList.tsx";
import { FigureTable } from "./FigureTable.tsx";
import type { Law } from "./law.ts";
import { RuleList } from "./RuleList.tsx";
import { SourcePane } from "./SourcePane.tsx";
import { type Looking, StudioContext } from "./studio-context.ts";
import { WrittenExamples } from "./WrittenExamples.tsx";
import "./studio.css";

type Props = { readonly law: Law; readonly mayPropose: boolean };
type Side = "source" | "draft";

const DraftRoom = lazy(async () => ({ default: (await import("./DraftRoom.tsx")).DraftRoom }));

/** Two rooms: the law as people read it, and beside it what it rests on or what is to become of it. */
export function LawRooms({ law, mayPropose }: Props): ReactNode {
  const text = useText();
  const today = useDesk().status.legalDay;
  const [judged, setJudged] = useState<CheckedRulebook>();
  const [wanted, setWanted] = useState<string>();
  const forget = useCallback(() => setWanted(undefined), []);
  const [looking, setLooking] = useState<Looking>();
  const [side, setSide] = useState<Side>("source");
  const look = (at: Looking): void => {
    setLooking(at);
    setSide("source");
  };
  const change = (name: string): void => {
    setWanted(name);
    setSide("draft");
  };
  const shown = side === "draft" ? (judged ?? law.rulebook) : law.rulebook;
  return (
    <StudioContext value={{ law, shown, looking, look, change, mayPropose }}>
      <div className="studio">
        <section className="studio-room" aria-label={text("console.studio.law")}>
          <h2>{text("console.studio.figures")}</h2>
          <FigureTable />
          <h2>{text("console.studio.rules")}</h2>
          <RuleList />
          {law.rulebook.counters.length === 0 ? null : (
            <>
              <h2>{text("console.studio.counters")}</h2>
              <CounterList />
            </>
          )}
          <h2>{text("console.studio.examples")}</h2>
          <WrittenExamples />
        </section>
        <section className="studio-room" aria-label={text(`console.studio.side.${side}`)}>
          <Segmented
            label={text("console.studio.side")}
            value={side}
            onChange={setSide}
            options={(["source", "draft"] as const).map((one) => ({
              value: one,
              label: text(`console.studio.side.${one}`),
            }))}
          />
          {side === "source" ? (
            <SourcePane />
          ) : (
            <Suspense fallback={<p className="quiet">{text("signin.busy")}</p>}>
              <DraftRoom today={today} wanted={wanted} onTaken={forget} onJudged={setJudged} />
            </Suspense>
          )}
        </section>
      </div>
    </StudioContext>
  );
}
