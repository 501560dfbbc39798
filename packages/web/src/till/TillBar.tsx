import type { ReactNode } from "react";
import { formatMoney } from "../format/index.ts";
import { totalsOf } from "../gate/goods-draft.ts";
import { KeyHint } from "../ui/KeyHint.tsx";
import { useLanguage, useText } from "../ui/language.ts";
import type { TillProps } from "./TillScreen.tsx";
import { tillKeys } from "./view.ts";

/** One action: sell, and after the sale print its slip. It never holds the focus, so no scan can press it (ux.md T2). */
export function TillBar({ view, on }: TillProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { slip, goods, visitor, isBusy } = view;
  const amount = formatMoney(locale, { minor: totalsOf(slip?.goods ?? goods).valueMinor, currency: "CNY" });
  const isReady = slip !== undefined || (visitor !== undefined && goods.length > 0 && !isBusy);
  const label = slip ? text("till.print") : text(isBusy ? "till.selling" : "till.sell", { amount });
  return (
    <section className="act till-act" aria-label={text("gate.act")}>
      <p className="till-total">
        {text("gate.goods.total")} <strong>{amount}</strong>
      </p>
      <button
        type="button"
        tabIndex={-1}
        className="act-button"
        data-verdict="admit"
        data-primary={isReady || undefined}
        aria-disabled={!isReady}
        aria-keyshortcuts={tillKeys.sell}
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onFocus={(event) => event.currentTarget.blur()}
        onClick={() => (isReady ? (slip ? window.print() : on.sell()) : undefined)}
      >
        <span>{label}</span>
        <KeyHint name={tillKeys.sell} />
      </button>
    </section>
  );
}
