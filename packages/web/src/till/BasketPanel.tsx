import { GOODS_LINES_MAX } from "@twinline/api";
import type { ReactNode } from "react";
import { GoodsTable } from "../gate/GoodsTable.tsx";
import { useLanguage, useText } from "../ui/language.ts";
import { Panel } from "../ui/Panel.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import { BasketForm } from "./BasketForm.tsx";
import { sumText } from "./TillBanner.tsx";
import type { TillProps } from "./TillScreen.tsx";

/** The basket: its lines, and the line that comes next always open below them. */
export function BasketPanel({ view, on }: TillProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { goods, outcomes, classes } = view;
  const tax = sumText(locale, view, "tax");
  const codes = { goodsCategories: classes.map(({ code, label }) => ({ code, label })) };
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
          <GoodsTable
            goods={goods}
            outcomes={outcomes}
            codes={codes}
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
