import type { Direction } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { useText } from "../ui/language.ts";
import { Segmented } from "../ui/Segmented.tsx";
import { CHECK_KEY } from "./actions.ts";
import { DocumentForm } from "./DocumentForm.tsx";
import { DocumentWindow } from "./DocumentWindow.tsx";
import { LaneLog } from "./LaneLog.tsx";
import { Notices } from "./Notices.tsx";
import { Person } from "./Person.tsx";
import { QueueCount } from "./QueueCount.tsx";
import type { Counting } from "./use-count.ts";
import type { GateActions, GateView } from "./view.ts";

type Props = { readonly view: GateView; readonly on: GateActions; readonly counting?: Counting };

/** Who stands here: direction, the document as it was read, the person, and who came before. */
export function WhoRoom({ view, on, counting }: Props): ReactNode {
  const text = useText();
  const { state } = view;
  // NOTE: between two travellers only: who stands at the window comes first, and the room is the document's then.
  const isFree = state.phase.kind === "waiting" && !state.typing && view.notices.length === 0;
  return (
    <section className="who" aria-label={text("gate.who")}>
      <Segmented<Direction>
        label={text("gate.direction")}
        value={state.direction}
        onChange={on.setDirection}
        options={[
          { value: "in", label: text("gate.direction.in") },
          { value: "out", label: text("gate.direction.out") },
        ]}
      />
      {state.typing ? <DocumentForm view={view} on={on} /> : <ReadDocument view={view} on={on} />}
      <LaneLog rows={view.recent} timeZone={view.timeZone} />
      {counting && isFree ? (
        <QueueCount counting={counting} isCut={view.node.cutAge !== undefined} timeZone={view.timeZone} />
      ) : null}
      <Notices view={view} on={on} />
    </section>
  );
}

function ReadDocument({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const text = useText();
  const { phase, scanned, pass } = view.state;
  const isDeclaring = phase.kind === "declaring";
  return (
    <>
      <DocumentWindow phase={phase} lines={scanned} hasPass={pass !== undefined} />
      <div className="who-buttons">
        <Button onPress={() => on.setTyping(true)}>{text("gate.type")}</Button>
        <Button isDisabled={!isDeclaring} onPress={() => on.check()} {...(isDeclaring ? { tone: "primary" } : {})}>
          {text("gate.check")} <KeyHint name={CHECK_KEY} />
        </Button>
      </div>
      <Person phase={phase} codes={view.codes} />
    </>
  );
}
