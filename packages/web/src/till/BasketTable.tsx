import type { GoodsLine, GoodsOutcome, Texts } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger, formatScaled, unitWord } from "../format/index.ts";
import { presentHs } from "../gate/goods-draft.ts";
import { useLanguage, useText, useTexts } from "../ui/language.ts";

type Props = {
  readonly goods: readonly GoodsLine[];
  readonly outcomes: readonly GoodsOutcome[];
  readonly labelOf: (category: string) => Texts | undefined;
  readonly onRemove: (index: number) => void;
};

/** Lines of the basket by name, figures right-aligned under their unit. */
export function BasketTable({ goods, outcomes, labelOf, onRemove }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const taxOf = (index: number): string => {
    const outcome = outcomes.find(({ line }) => line === index);
    return outcome ? formatScaled(locale, outcome.tax.minor, 2, 2) : "—";
  };
  return (
    <table className="till-table">
      <thead>
        <tr>
          <th scope="col">{text("gate.goods.category")}</th>
          <th scope="col">{text("gate.goods.quantity")}</th>
          <th scope="col">{unitWord(locale, "kg")}</th>
          <th scope="col">CNY</th>
          <th scope="col">{text("gate.goods.tax")}</th>
          <td>
            <span className="ui-hidden">{text("gate.goods.remove")}</span>
          </td>
        </tr>
      </thead>
      <tbody>
        {goods.map((line, index) => {
          const label = labelOf(line.category);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <tr key={index}>
              <th scope="row">
                {label ? word(label) : line.category} <span className="ui-mono">{presentHs(line.hs)}</span>
                {line.indivisible ? <em> · {text("gate.goods.indivisible")}</em> : null}
              </th>
              <td>{formatInteger(locale, line.quantity)}</td>
              <td>{formatScaled(locale, line.massGrams, 3, 1)}</td>
              <td>{formatScaled(locale, line.valueMinor, 2, 2)}</td>
              <td>{taxOf(index)}</td>
              <td>
                <button type="button" className="goods-remove" onClick={() => onRemove(index)}>
                  <span aria-hidden="true">×</span>
                  <span className="ui-hidden">{text("gate.goods.remove.line", { line: presentHs(line.hs) })}</span>
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
