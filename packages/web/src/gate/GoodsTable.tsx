import type { CodeLists, GoodsLine, GoodsOutcome } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger, type formatMoney, formatScaled, unitWord } from "../format/index.ts";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { presentHs, totalsOf } from "./goods-draft.ts";

type Props = {
  readonly goods: readonly GoodsLine[];
  readonly outcomes: readonly GoodsOutcome[];
  readonly codes: Pick<CodeLists, "goodsCategories"> | undefined;
  readonly onRemove?: (index: number) => void;
};

/** Lines of goods; figures right-aligned under their unit, totals at the foot. */
export function GoodsTable({ goods, outcomes, codes, onRemove }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { massGrams, valueMinor } = totalsOf(goods);
  const hasTax = outcomes.length > 0;
  return (
    <table className="goods-table">
      <Columns hasTax={hasTax} hasRemove={onRemove !== undefined} />
      <thead>
        <tr>
          <th scope="col">{text("gate.goods.hs")}</th>
          <th scope="col">{text("gate.goods.category")}</th>
          <th scope="col">{text("gate.goods.quantity")}</th>
          <th scope="col">{unitWord(locale, "kg")}</th>
          <th scope="col">CNY</th>
          {hasTax ? <th scope="col">{text("gate.goods.tax")}</th> : null}
          {onRemove ? (
            <td>
              <span className="ui-hidden">{text("gate.goods.remove")}</span>
            </td>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {goods.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          <tr key={index}>
            <GoodsCells line={line} codes={codes} />
            {hasTax ? <td>{taxOf(outcomes, index, locale)}</td> : null}
            {onRemove ? (
              <td>
                <button type="button" className="goods-remove" onClick={() => onRemove(index)}>
                  <span aria-hidden="true">×</span>
                  <span className="ui-hidden">{text("gate.goods.remove.line", { line: presentHs(line.hs) })}</span>
                </button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {text("gate.goods.total")}
          </th>
          <td>{formatScaled(locale, massGrams, 3, 1)}</td>
          <td>{formatScaled(locale, valueMinor, 2, 2)}</td>
          {hasTax ? (
            <td>
              {formatScaled(
                locale,
                outcomes.reduce((sum, { tax }) => sum + tax.minor, 0),
                2,
                2,
              )}
            </td>
          ) : null}
          {onRemove ? <td /> : null}
        </tr>
      </tfoot>
    </table>
  );
}

function Columns({ hasTax, hasRemove }: { readonly hasTax: boolean; readonly hasRemove: boolean }): ReactNode {
  return (
    <colgroup>
      <col className="goods-hs" />
      <col />
      <col className="goods-count" />
      <col className="goods-mass" />
      <col className="goods-value" />
      {hasTax ? <col className="goods-value" /> : null}
      {hasRemove ? <col className="goods-count" /> : null}
    </colgroup>
  );
}

function GoodsCells({
  line,
  codes,
}: {
  readonly line: GoodsLine;
  readonly codes: Pick<CodeLists, "goodsCategories"> | undefined;
}): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const category = codes?.goodsCategories.find(({ code }) => code === line.category);
  const label = category ? word(category.label) : line.category;
  return (
    <>
      <th scope="row" className="ui-mono">
        {presentHs(line.hs)}
      </th>
      <td className="goods-category" title={label}>
        {label}
        {line.indivisible ? <em> · {text("gate.goods.indivisible")}</em> : null}
      </td>
      <td>{formatInteger(locale, line.quantity)}</td>
      <td>{formatScaled(locale, line.massGrams, 3, 1)}</td>
      <td>{formatScaled(locale, line.valueMinor, 2, 2)}</td>
    </>
  );
}

function taxOf(outcomes: readonly GoodsOutcome[], index: number, locale: Parameters<typeof formatMoney>[0]): string {
  const outcome = outcomes.find(({ line }) => line === index);
  return outcome ? formatScaled(locale, outcome.tax.minor, 2, 2) : "—";
}
