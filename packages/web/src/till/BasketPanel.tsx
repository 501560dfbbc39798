import { GOODS_LINES_MAX } from "@twinline/api";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../ui/language.ts";
import { Panel } from "../ui/Panel.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import { BasketForm } from "./BasketForm.tsx";
import { BasketTable } from "./BasketTable.tsx";
import { sumText } from "./TillBanner.tsx";
import type { TillProps } from "./TillScreen.tsx";

/** The basket: its lines, and the line that comes next always open below them. */
export function BasketPanel({ view, on }: TillProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { goods, outcomes, classes } = view;
  const tax = sumText(locale, view, "tax");
  return (
    <Panel
      title={text("till.basket")}
      className="till-basket"
      aside={tax === undefined ? null : <strong>{text("gate.due", { amount: tax })}</strong>}
    >
      <Scroll label={text("till.basket")} className="goods-scroll">
        {goods.length === 0 ? (
          <p className="quiet-line">{text("till.basket.empty")}</p>
        ) : (
          <BasketTable
            goods={goods}
            outcomes={outcomes}
            labelOf={(category) => classes.find(({ code }) => code === category)?.label}
            onRemove={(index) => on.setGoods(goods.filter((_, at) => at !== index))}
          />
        )}
      </Scroll>
      {goods.length < GOODS_LINES_MAX ? (
        <BasketForm classes={classes} onAdd={(line) => on.setGoods([...goods, line])} />
      ) : null}
    </Panel>
  );
}
