import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { useDesk } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { rowsFor } from "./stay-rows.ts";
import { fetchStays, type Stays } from "./use-stays.ts";

type Props = {
  /** The list as it was last seen: better than none when the node is cut off. */
  readonly last: Stays | undefined;
  readonly onDone: () => void;
};

/** Everyone inside, by name, with a box to tick: fetched anew at the press, printed, and gone. */
export function EvacuationList({ last, onDone }: Props): ReactNode {
  const { locale } = useLanguage();
  const { status } = useDesk();
  const text = useText();
  const word = useTexts();
  const when = useWhen();
  const fresh = useQuery({ queryKey: ["evacuation"], queryFn: () => fetchStays("inside"), gcTime: 0, staleTime: 0 });
  const data = fresh.data ?? (fresh.error ? last : undefined);
  const isReady = data !== undefined;
  useEffect(() => {
    if (isReady) print();
  }, [isReady]);
  useEffect(() => {
    addEventListener("afterprint", onDone);
    return () => removeEventListener("afterprint", onDone);
  }, [onDone]);
  if (!data) return null;
  const rows = rowsFor(data.rows, { sort: "name" });
  return (
    <article className="ui-print evacuation">
      <header>
        <div>
          <h1>{text("console.stays.evacuation.title")}</h1>
          <p>
            {word(status.title)} · {when.moment(data.asOf)}
          </p>
        </div>
        <p className="evacuation-count">{formatInteger(locale, data.counts.inside)}</p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{text("console.stays.seen")}</th>
            <th scope="col">{text("gate.name")}</th>
            <th scope="col">{text("gate.nationality")}</th>
            <th scope="col">{text("console.gate")}</th>
            <th scope="col">{text("console.stays.entered")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.entry}>
              <td>
                <span className="evacuation-box" />
              </td>
              <td>{row.name || text("console.destroyed")}</td>
              <td>{row.nationality}</td>
              <td>{row.gate}</td>
              <td>{when.moment(row.enteredAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
