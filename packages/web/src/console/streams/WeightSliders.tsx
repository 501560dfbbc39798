import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { useLabText } from "../lab/lab-text.ts";
import { numberText } from "../lab/number-text.ts";
import { Slider } from "../lab/Slider.tsx";

/** What of the window score can be moved by hand. */
export type Setting = {
  readonly weights: { readonly problem: number; readonly policy: number; readonly politics: number };
  readonly halfLife: number;
  readonly percentile: number;
  readonly quarters: number;
};

export const usualSetting: Setting = {
  weights: { problem: 1, policy: 1, politics: 1 },
  halfLife: 8,
  percentile: 0.7,
  quarters: 2,
};

type Props = { readonly setting: Setting; readonly set: (setting: Setting) => void };

export function WeightSliders({ setting, set }: Props): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const { weights } = setting;
  const weight = (name: keyof Setting["weights"]): ReactNode => (
    <Slider
      label={text("str.weight", { stream: text(`str.${name}`) })}
      value={Math.round(weights[name] * 10)}
      least={1}
      most={30}
      shown={numberText(locale, weights[name], 1)}
      onChange={(tenths) => set({ ...setting, weights: { ...weights, [name]: tenths / 10 } })}
    />
  );
  return (
    <div className="sliders">
      {weight("problem")}
      {weight("policy")}
      {weight("politics")}
      <Slider
        label={text("str.half-life")}
        value={setting.halfLife}
        least={1}
        most={40}
        shown={formatInteger(locale, setting.halfLife)}
        onChange={(halfLife) => set({ ...setting, halfLife })}
      />
      <Slider
        label={text("str.percentile")}
        value={Math.round(setting.percentile * 100)}
        least={0}
        most={100}
        shown={formatInteger(locale, Math.round(setting.percentile * 100))}
        onChange={(percent) => set({ ...setting, percentile: percent / 100 })}
      />
      <Slider
        label={text("str.quarters")}
        value={setting.quarters}
        least={1}
        most={8}
        shown={formatInteger(locale, setting.quarters)}
        onChange={(quarters) => set({ ...setting, quarters })}
      />
    </div>
  );
}
