import type { ReactNode } from "react";
import { formatDate, formatInteger, formatMoney, formatTime, type Locale } from "../format/index.ts";
import { presentHs, totalsOf } from "../gate/goods-draft.ts";
import { QrCode } from "../gate/QrCode.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { Panel } from "../ui/Panel.tsx";
import type { Slip, TillView } from "./view.ts";

type Props = { readonly view: TillView; readonly slip: Slip };

/** The sale on the screen: its number, what is owed at the gate, and the code that the gate reads. */
export function SlipPanel({ view, slip }: Props): ReactNode {
  const text = useText();
  return (
    <Panel title={text("till.slip")} className="till-slip">
      <div className="till-slip-pair">
        <SlipBody view={view} slip={slip} />
        <figure>
          <QrCode code={slip.id} label={text("till.slip.code")} />
          <figcaption>{text("till.slip.show")}</figcaption>
        </figure>
      </div>
    </Panel>
  );
}

/** The paper in the buyer's hand: black on white. */
export function SlipSheet({ view, slip }: Props): ReactNode {
  const text = useText();
  return (
    <article className="ui-print till-sheet">
      <h2>{text("till.slip")}</h2>
      <SlipBody view={view} slip={slip} />
      <QrCode code={slip.id} label={text("till.slip.code")} quiet={0} />
      <p>{text("till.slip.show")}</p>
    </article>
  );
}

function SlipBody({ view, slip }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const at = Temporal.Instant.from(slip.at);
  const nameOf = (code: string): string => {
    const found = view.classes.find((one) => one.code === code);
    return found ? word(found.label) : code;
  };
  return (
    <div className="till-slip-body">
      <p className="till-slip-number">
        {text("till.title", { place: view.place })} · № {slip.sequence}
      </p>
      <p>
        {formatDate(locale, at.toZonedDateTimeISO(view.timeZone).toPlainDate())} {formatTime(at, view.timeZone)} ·{" "}
        {word(view.placeLabel)}
      </p>
      <table className="till-table">
        <tbody>
          {slip.goods.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <tr key={index}>
              <th scope="row">
                {nameOf(line.category)} <span className="ui-mono">{presentHs(line.hs)}</span>
              </th>
              <td>× {formatInteger(locale, line.quantity)}</td>
              <td>{formatMoney(locale, { minor: line.valueMinor, currency: "CNY" })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="till-sums">
        {sumsOf(slip, locale).map(([key, amount]) => (
          <div key={key} data-sum={key}>
            <dt>{text(key)}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function sumsOf({ goods, outcomes }: Slip, locale: Locale) {
  const money = (minor: number): string => formatMoney(locale, { minor, currency: "CNY" });
  const sum = (pick: "dutyFree" | "tax"): number => outcomes.reduce((total, one) => total + one[pick].minor, 0);
  const total = ["gate.goods.total", money(totalsOf(goods).valueMinor)] as const;
  if (outcomes.length === 0) return [total];
  return [total, ["till.duty-free", money(sum("dutyFree"))], ["till.tax", money(sum("tax"))]] as const;
}
