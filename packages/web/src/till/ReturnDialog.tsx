import type { SaleRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger, formatMoney, formatTime } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { Scroll } from "../ui/Scroll.tsx";
import type { TillProps } from "./TillScreen.tsx";

/** Pieces per line that come back, by sale and line. */
type Chosen = Readonly<Record<string, number>>;

/** Goods come back: which sale of this till, which pieces. The allowance returns to the day of the purchase. */
export function ReturnDialog({ view, on }: TillProps): ReactNode {
  const text = useText();
  const [chosen, setChosen] = useState<Chosen>({});
  const sale = view.sales.find(({ id, goods }) => goods.some((_, line) => (chosen[`${id} ${line}`] ?? 0) > 0));
  const lines = (sale?.goods ?? []).flatMap((_, line) => {
    const quantity = chosen[`${sale?.id} ${line}`] ?? 0;
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  return (
    <Dialog title={text("till.return")} onClose={() => on.open()} wide>
      {view.sales.length === 0 ? <p>{text(view.isOnline ? "till.return.none" : "till.return.cut")}</p> : null}
      <Scroll label={text("till.return")} className="till-return">
        {view.sales.map((one) => (
          <SaleLines key={one.id} sale={one} view={view} chosen={chosen} setChosen={setChosen} />
        ))}
      </Scroll>
      <div className="ui-dialog-buttons">
        <Button onPress={() => on.open()}>{text("ui.cancel")}</Button>
        <Button
          tone="primary"
          isDisabled={!sale || view.isBusy}
          onPress={() => (sale ? on.takeBack(sale.id, lines) : undefined)}
        >
          {text("till.return.do")}
        </Button>
      </div>
    </Dialog>
  );
}

type LinesProps = {
  readonly sale: SaleRow;
  readonly view: TillProps["view"];
  readonly chosen: Chosen;
  readonly setChosen: (chosen: Chosen) => void;
};

function SaleLines({ sale, view, chosen, setChosen }: LinesProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const isOpen = sale.state === "open";
  const sequence = sale.id.slice(sale.id.indexOf(".") + 1);
  return (
    <section className="till-sale">
      <h3>
        № {sequence} · {formatTime(Temporal.Instant.from(sale.at), view.timeZone)}
        {sale.state === "open" ? null : <em> · {text(`till.state.${sale.state}`)}</em>}
      </h3>
      <ul>
        {sale.goods.map((line, index) => {
          const place = `${sale.id} ${index}`;
          const count = chosen[place] ?? 0;
          const label = view.classes.find(({ code }) => code === line.category)?.label;
          const name = label ? word(label) : line.category;
          const set = (quantity: number): void => setChosen({ [place]: quantity, ...ofSale(chosen, sale.id, place) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <li key={index}>
              <span>{name}</span>
              <span>{formatMoney(locale, { minor: line.valueMinor, currency: "CNY" })}</span>
              <div className="till-count">
                <Button
                  label={text("till.return.less", { name })}
                  isDisabled={!isOpen || count === 0}
                  onPress={() => set(count - 1)}
                >
                  −
                </Button>
                <output>
                  {formatInteger(locale, count)} / {formatInteger(locale, line.quantity)}
                </output>
                <Button
                  label={text("till.return.more", { name })}
                  isDisabled={!isOpen || count >= line.quantity}
                  onPress={() => set(count + 1)}
                >
                  +
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** One return is of one sale: pieces of another are put back. */
function ofSale(chosen: Chosen, sale: string, except: string): Chosen {
  const own = Object.entries(chosen).filter(([place]) => place.startsWith(`${sale} `) && place !== except);
  return Object.fromEntries(own);
}
