import { GOODS_LINES_MAX, type GoodsLine, type GoodsOutcome } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger, formatMoney } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { useLanguage, useText } from "../ui/language.ts";
import { Panel } from "../ui/Panel.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import { GoodsLineForm } from "./GoodsLineForm.tsx";
import { GoodsTable } from "./GoodsTable.tsx";
import { canDeclare } from "./gate-state.ts";
import { SlipList } from "./SlipList.tsx";
import type { GateActions, GateView } from "./view.ts";

/** The goods that are declared: lines, a line to add, and what is due. The table scrolls by itself. */
export function GoodsPanel({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const text = useText();
  const { state } = view;
  const [isAdding, setAdding] = useState(false);
  const isOpen = canDeclare(state);
  const answer = state.phase.kind === "decided" ? state.phase.answer : undefined;
  const add = (line: GoodsLine): void => on.setGoods([...state.goods, line]);
  const remove = (index: number): void => on.setGoods(state.goods.filter((_, at) => at !== index));
  const aside =
    isOpen && !isAdding && state.goods.length < GOODS_LINES_MAX ? (
      <Button onPress={() => setAdding(true)}>{text("gate.goods.add")}</Button>
    ) : (
      <Due view={view} />
    );
  return (
    <Panel title={text("gate.goods")} className="goods" aside={aside}>
      <Scroll label={text("gate.goods")} className="goods-scroll">
        {state.direction === "out" ? <SlipList view={view} on={on} /> : null}
        {state.goods.length === 0 ? (
          <p className="quiet-line">{text("gate.goods.none")}</p>
        ) : (
          <GoodsTable
            goods={state.goods}
            outcomes={answer?.goods ?? noOutcomes}
            codes={view.codes}
            {...(isOpen ? { onRemove: remove } : {})}
          />
        )}
      </Scroll>
      {isOpen && isAdding ? <GoodsLineForm codes={view.codes} onAdd={add} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

const noOutcomes: readonly GoodsOutcome[] = [];

function Due({ view }: { readonly view: GateView }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { phase, goods } = view.state;
  if (phase.kind === "decided" && phase.answer.due)
    return <strong className="goods-due">{text("gate.due", { amount: formatMoney(locale, phase.answer.due) })}</strong>;
  return (
    <span className="quiet-line">
      {text("gate.goods.lines", { n: goods.length, count: formatInteger(locale, goods.length) })}
    </span>
  );
}
