import type { CheckedRulebook, Citation, Confidence } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../ui/language.ts";

type Props = {
  readonly rulebook: CheckedRulebook;
  readonly source: readonly Citation[];
  readonly confidence?: Confidence;
};

/** The provisions that something rests on; what is certain needs no word. */
export function Cites({ rulebook, source, confidence = "high" }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const cites = source.map(({ instrument, provision }) => {
    const template = rulebook.instruments.find(({ id }) => id === instrument)?.cite[locale] ?? instrument;
    return template.replaceAll("{n}", provision);
  });
  return (
    <span className="cites-line">
      {confidence === "high" ? null : <strong>{text(`console.confidence.${confidence}`)} · </strong>}
      <cite>{cites.join(locale === "zh" ? "；" : "; ")}</cite>
    </span>
  );
}
