import type { ImpactAnswer } from "@twinline/api";
import { type ReactNode, useMemo } from "react";
import { useLanguage } from "../../ui/language.ts";
import { useLabText } from "../lab/lab-text.ts";
import { numberText } from "../lab/number-text.ts";
import { Picture } from "../lab/Picture.tsx";
import { intervalPicture } from "./pictures.ts";

type Props = { readonly written: ImpactAnswer; readonly moved: ImpactAnswer };

/** The result and its interval as the sliders stand, above those of what is written: one scale, so that the eye sees it move. */
export function Interval({ written, moved }: Props): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const options = useMemo(() => intervalPicture(written, moved, text, locale), [written, moved, text, locale]);
  const { tornado, spread } = moved;
  if (options === undefined || !tornado || !spread) return null;
  const finding = text("imp.interval", {
    output: tornado.output,
    value: numberText(locale, tornado.base, 2),
    p5: numberText(locale, spread.quantiles.p5, 2),
    p95: numberText(locale, spread.quantiles.p95, 2),
  });
  return (
    <>
      <p className="ui-hidden" role="status">
        {finding}
      </p>
      <Picture title={finding} note={text("imp.interval.note")} options={options} />
    </>
  );
}
