import type { ReactNode } from "react";
import { formatMeasure } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { Meter } from "../ui/Meter.tsx";
import { Panel } from "../ui/Panel.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import type { TillProps } from "./TillScreen.tsx";
import { tillKeys } from "./view.ts";

/** What is left to the visitor by the node's word, and what of it is held at this till for when the line is cut. */
export function LeftRoom({ view, on }: TillProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const { visitor, isOnline, isBusy } = view;
  const held = visitor?.held ?? [];
  return (
    <Panel title={text("till.left")} className="left till-left">
      {visitor ? null : <p className="quiet-line">{text("gate.none-yet")}</p>}
      {visitor?.meters.length === 0 ? <p className="quiet-line">{text("till.left.unknown")}</p> : null}
      {visitor && visitor.meters.length > 0 ? (
        <Scroll label={text("till.left")}>
          <ul className="left-meters">
            {visitor.meters.map((meter) => (
              <li key={meter.name}>
                <Meter meter={meter} />
              </li>
            ))}
          </ul>
        </Scroll>
      ) : null}
      {visitor ? (
        <div className="till-held">
          <h3>{text("till.held")}</h3>
          {held.length === 0 ? <p className="quiet-line">{text("till.held.none")}</p> : null}
          <dl>
            {held.map(({ name, label, unit, amount }) => (
              <div key={name}>
                <dt>{word(label)}</dt>
                <dd>{formatMeasure(locale, amount, unit)}</dd>
              </div>
            ))}
          </dl>
          <div className="till-held-buttons">
            <Button isDisabled={!isOnline || isBusy} onPress={() => on.open("hold")}>
              {text("till.hold")} <KeyHint name={tillKeys.hold} />
            </Button>
            {held.length > 0 ? <Button onPress={on.giveBack}>{text("till.give-back")}</Button> : null}
          </div>
        </div>
      ) : null}
    </Panel>
  );
}
