import type { ReactNode } from "react";
import { formatMeasure, formatTime } from "../format/index.ts";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import type { GateView } from "./view.ts";

/** What tills hold of this traveller's allowance and have not sold: who can give it back, and since when it is there. */
export function HoldList({ view }: { readonly view: Pick<GateView, "holds" | "timeZone"> }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const { holds, timeZone } = view;
  if (holds.length === 0) return null;
  return (
    <section className="holds" aria-label={text("gate.holds")}>
      <h3>{text("gate.holds")}</h3>
      <ul>
        {holds.map(({ reservation, place, lane, label, since, amounts }) => (
          <li key={reservation} className="slip slip-told">
            <span className="slip-closed">
              {text("gate.holds.line", {
                place: label ? word(label) : place,
                lane,
                time: formatTime(Temporal.Instant.from(since), timeZone),
              })}
            </span>
            <strong className="slip-value">
              {amounts.map(({ amount, unit }) => formatMeasure(locale, amount, unit)).join(", ")}
            </strong>
          </li>
        ))}
      </ul>
      <p className="quiet-line">{text("gate.holds.more")}</p>
    </section>
  );
}
