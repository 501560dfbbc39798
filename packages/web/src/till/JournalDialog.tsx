import type { ReactNode } from "react";
import { formatInteger, formatMoney, formatTime } from "../format/index.ts";
import { totalsOf } from "../gate/goods-draft.ts";
import type { JournalItem } from "../link/device-journal.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguage, useText } from "../ui/language.ts";
import { Scroll } from "../ui/Scroll.tsx";
import type { TillProps } from "./TillScreen.tsx";

const SHOWN = 100;

/** Everything this till did, and what became of it at the node: sent, waiting, refused. */
export function JournalDialog({ view, on }: TillProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const count = (state: Fate): string =>
    formatInteger(locale, view.journal.filter((item) => fateOf(item) === state).length);
  const newest = view.journal.slice(-SHOWN).reverse();
  return (
    <Dialog title={text("till.journal.title")} onClose={() => on.open()} wide>
      <ul className="till-fates">
        {fates.map((fate) => (
          <li key={fate} data-fate={fate}>
            <strong>{count(fate)}</strong> {text(`till.fate.${fate}`)}
          </li>
        ))}
      </ul>
      <Scroll label={text("till.journal.title")} className="till-journal">
        {newest.length === 0 ? (
          <p className="quiet-line">{text("gate.none-yet")}</p>
        ) : (
          <Rows items={newest} view={view} />
        )}
      </Scroll>
      <p>{text("till.close-day.more")}</p>
      <div className="ui-dialog-buttons">
        <Button isDisabled={view.isBusy} onPress={on.closeDay}>
          {text("till.close-day")}
        </Button>
        <Button tone="primary" onPress={() => on.open()}>
          {text("ui.close")}
        </Button>
      </div>
    </Dialog>
  );
}

const fates = ["sent", "waiting", "refused"] as const;
type Fate = (typeof fates)[number];

/** What the node refused stands in the journal too: the till's owner has to look at it. */
export function fateOf({ state, answer }: JournalItem): Fate {
  if (state === "waiting") return "waiting";
  return answer?.outcome === "refused" ? "refused" : "sent";
}

function Rows({
  items,
  view,
}: {
  readonly items: readonly JournalItem[];
  readonly view: TillProps["view"];
}): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  return (
    <table className="till-table till-journal-table">
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">{text("gate.seal.time")}</th>
          <th scope="col">{text("till.journal.what")}</th>
          <th scope="col">CNY</th>
          <th scope="col">{text("till.journal.fate")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const { event, answer } = item;
          const amount = event.kind === "sale" ? totalsOf(event.goods).valueMinor : undefined;
          return (
            <tr key={event.sequence}>
              <th scope="row">{event.sequence}</th>
              <td>{formatTime(Temporal.Instant.from(event.at), view.timeZone)}</td>
              <td>{event.kind === "passage" ? "" : text(`till.kind.${event.kind}`)}</td>
              <td>{amount === undefined ? "" : formatMoney(locale, { minor: amount, currency: "CNY" })}</td>
              <td data-fate={fateOf(item)}>
                {text(`till.fate.${fateOf(item)}`)}
                {answer?.receipt ? ` · № ${answer.receipt.number}` : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
