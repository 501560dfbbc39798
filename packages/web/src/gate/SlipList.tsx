import { COVERS_MAX } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../format/index.ts";
import { Checkbox } from "../ui/Checkbox.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { Mark } from "../ui/Mark.tsx";
import { canDeclare } from "./gate-state.ts";
import { HoldList } from "./HoldList.tsx";
import { listingWords, slipLabel, slipOutcome, slipValue } from "./slip-words.ts";
import { isFull, isOpenSlip, type Slip } from "./slips.ts";
import type { GateActions, GateView } from "./view.ts";

type Props = { readonly view: GateView; readonly on: Pick<GateActions, "tickSlip"> };

/** What was bought at a till with a right: counted there, so that here it is only ticked, never typed. */
export function SlipList({ view, on }: Props): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  const { slips, phase } = view.state;
  const isOpen = canDeclare(view.state);
  const shown = isOpen ? slips : slips.filter(({ isTicked }) => isTicked);
  if (!isOpen && shown.length === 0) return null;
  const count = formatInteger(locale, COVERS_MAX);
  return (
    <section className="slips" aria-label={text("gate.slips")}>
      <h3>{text("gate.slips")}</h3>
      {isOpen ? <p className="quiet-line">{listingWords(view.sales, slips.length, text)}</p> : null}
      {shown.length === 0 ? null : (
        <ul>
          {shown.map((slip) => (
            <li key={slip.id} className={phase.kind === "decided" ? "slip slip-told" : "slip"}>
              {isOpen ? <Ticked view={view} slip={slip} on={on} /> : <Told view={view} slip={slip} />}
            </li>
          ))}
        </ul>
      )}
      {isOpen ? <HoldList view={view} /> : null}
      {isOpen && isFull(slips) ? <p className="quiet-line">{text("gate.slips.full", { count })}</p> : null}
    </section>
  );
}

type LineProps = { readonly view: GateView; readonly slip: Slip };

/** Before the verdict: a tick, or the word of why this slip carries nothing out. */
function Ticked({ view, slip, on }: LineProps & Pick<Props, "on">): ReactNode {
  const text = useText();
  const { name, goods, value } = useWords(view, slip);
  const { id, isTicked, row } = slip;
  const state = row?.state === "returned" ? "gate.slips.returned" : "gate.slips.already-out";
  return (
    <>
      {isOpenSlip(slip) ? (
        <Checkbox label={name} isSelected={isTicked} onChange={(ticked) => on.tickSlip(id, ticked)} />
      ) : (
        <span className="slip-closed">
          <Mark mark="stop" label={text("gate.slips.not-taken")} />
          {name}
        </span>
      )}
      <span className="slip-goods" title={goods}>
        {row === undefined ? text("gate.slips.scanned") : goods}
      </span>
      <span className="slip-value">{isOpenSlip(slip) ? value : text(state)}</span>
    </>
  );
}

/** Asked and answered: what became of it. */
function Told({ view, slip }: LineProps): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  const { name, goods, value } = useWords(view, slip);
  const { phase } = view.state;
  if (phase.kind !== "decided")
    return (
      <>
        <span className="slip-closed">{name}</span>
        <span className="slip-goods">{goods}</span>
        <span className="slip-value">{value}</span>
      </>
    );
  const outcome = slipOutcome(slip.id, phase.answer, locale, text);
  return (
    <>
      <span className="slip-closed">
        <Mark mark={outcome.mark} label={text(`ui.mark.${outcome.mark}`)} />
        {name}
      </span>
      <strong className="slip-outcome" data-mark={outcome.mark}>
        {outcome.text}
      </strong>
    </>
  );
}

function useWords(view: GateView, slip: Slip) {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const speech = { locale, text, word, timeZone: view.timeZone, codes: view.codes };
  return { ...slipLabel(slip, speech), value: slipValue(slip, locale) };
}
