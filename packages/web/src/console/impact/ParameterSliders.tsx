import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useLabText } from "../lab/lab-text.ts";
import { numberText, shareText } from "../lab/number-text.ts";
import { Slider } from "../lab/Slider.tsx";
import type { Moves, Parameter } from "./parameters.ts";

type Props = {
  readonly parameters: readonly Parameter[];
  readonly moves: Moves;
  readonly move: (moves: Moves) => void;
};

/** Each number of the input under a slider; what is not moved stays as written. */
export function ParameterSliders({ parameters, moves, move }: Props): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const isMoved = Object.keys(moves).length > 0;
  return (
    <>
      <div className="sliders">
        {parameters.map(({ id, kind, label, of, written, least, most, digits }) => {
          const steps = 10 ** digits;
          const at = moves[id] ?? written;
          return (
            <Slider
              key={id}
              label={of === "" ? text(label) : `${text(label)}: ${of}`}
              value={Math.round(at * steps)}
              least={Math.round(least * steps)}
              most={Math.round(most * steps)}
              shown={kind === "factor" ? shareText(locale, at) : numberText(locale, at, digits)}
              onChange={(value) => move({ ...moves, [id]: value / steps })}
            />
          );
        })}
      </div>
      <div className="lab-form">
        <Button isDisabled={!isMoved} onPress={() => move({})}>
          {text("imp.as-written")}
        </Button>
        <p className="lab-source">{text("imp.sliders.note")}</p>
      </div>
    </>
  );
}
