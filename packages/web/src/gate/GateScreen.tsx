import { type ReactNode, useState } from "react";
import type { Locale } from "../format/index.ts";
import { ActionBar } from "./ActionBar.tsx";
import { CitationDialog } from "./CitationDialog.tsx";
import { FollowsRoom } from "./FollowsRoom.tsx";
import { OverrideDialog } from "./OverrideDialog.tsx";
import { PassSheet } from "./PassSheet.tsx";
import { passLanguages } from "./pass-languages.ts";
import { TopBar } from "./TopBar.tsx";
import { TurnRound } from "./TurnRound.tsx";
import type { Counting } from "./use-count.ts";
import type { GateActions, GateView } from "./view.ts";
import { WhoRoom } from "./WhoRoom.tsx";

type Props = {
  readonly view: GateView;
  readonly on: GateActions;
  readonly traveller?: Locale;
  readonly counting?: Counting;
};

/** The gate: three rooms that never move, and what may lie over them for a moment. All by props. */
export function GateScreen({ view, on, traveller = "zh", counting }: Props): ReactNode {
  const [travellerLanguage, setTravellerLanguage] = useState<Locale>(traveller);
  const { state } = view;
  const answer = state.phase.kind === "decided" ? state.phase.answer : undefined;
  const cited = state.citing === undefined ? undefined : answer?.reasons[state.citing];
  return (
    <>
      <div className="gate">
        <TopBar view={view} on={on} />
        <WhoRoom view={view} on={on} {...(counting && { counting })} />
        <FollowsRoom view={view} on={on} />
        <ActionBar view={view} on={on} />
      </div>
      {state.overriding ? <OverrideDialog view={view} on={on} verdict={state.overriding} /> : null}
      {cited ? <CitationDialog reason={cited} working={view.working} onClose={() => on.cite()} /> : null}
      {answer && state.turned ? (
        <TurnRound
          answer={answer}
          language={travellerLanguage}
          onLanguage={setTravellerLanguage}
          onClose={() => on.setTurned(false)}
        />
      ) : null}
      {answer ? (
        <PassSheet
          answer={answer}
          languages={passLanguages(travellerLanguage, view.languages)}
          timeZone={view.timeZone}
        />
      ) : null}
    </>
  );
}
