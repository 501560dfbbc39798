import type { Meter as MeterData } from "@twinline/api";
import { type ReactNode, useId } from "react";
import { formatMeasure } from "../format/index.ts";
import { useLanguage, useText, useTexts } from "./language.ts";
import { bar, isLow } from "./meter-bar.ts";

/** One limit: what is left is the headline; used is solid, this passage hatched, the free part is the track. */
export function Meter({ meter }: { readonly meter: MeterData }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const id = useId();
  const { used, now } = bar(meter);
  const ink = isLow(meter) ? "var(--refer)" : "var(--jade)";
  return (
    <div className="ui-meter" {...(isLow(meter) ? { "data-low": "" } : {})}>
      <span>{word(meter.label)}</span>
      <span className="ui-meter-left">
        <span>{text("ui.meter.left", { amount: formatMeasure(locale, meter.left, meter.unit) })}</span>{" "}
        <span className="ui-meter-of">
          {text("ui.meter.of", { cap: formatMeasure(locale, meter.cap, meter.unit) })}
        </span>
      </span>
      <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
        <Hatch id={id} ink={ink} />
        <rect width="1000" height="14" fill="var(--track)" />
        <rect width={used} height="14" fill="var(--used)" />
        <rect x={used} width={now} height="14" fill={ink} />
        <rect x={used} width={now} height="14" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}

function Hatch({ id }: { readonly id: string; readonly ink: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width="20" height="14" patternUnits="userSpaceOnUse">
        <path d="M-5 14L9 0h6L1 14zM15 14L29 0h6L21 14z" fill="#fff" fillOpacity="0.35" />
      </pattern>
    </defs>
  );
}

/** What solid and hatched mean, once for all meters of a panel. */
export function MeterLegend(): ReactNode {
  const text = useText();
  const id = useId();
  return (
    <ul className="ui-legend">
      <li>
        <svg viewBox="0 0 14 10" aria-hidden="true">
          <rect width="14" height="10" fill="var(--used)" />
        </svg>
        {text("ui.meter.used")}
      </li>
      <li>
        <svg viewBox="0 0 14 10" aria-hidden="true">
          <Hatch id={id} ink="var(--jade)" />
          <rect width="14" height="10" fill="var(--jade)" />
          <rect width="14" height="10" fill={`url(#${id})`} />
        </svg>
        {text("ui.meter.now")}
      </li>
    </ul>
  );
}
