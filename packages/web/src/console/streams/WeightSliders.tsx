import { type ReactNode, useId } from "react";
import { formatScaled } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { useLabText } from "../lab/lab-text.ts";

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
  const { weights } = setting;
  const weight = (name: keyof Setting["weights"]): ReactNode => (
    <Slider
      label={text("str.weight", { stream: text(`str.${name}`) })}
      value={Math.round(weights[name] * 10)}
      least={1}
      most={30}
      scale={1}
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
        scale={0}
        onChange={(halfLife) => set({ ...setting, halfLife })}
      />
      <Slider
        label={text("str.percentile")}
        value={Math.round(setting.percentile * 100)}
        least={0}
        most={100}
        scale={0}
        onChange={(percent) => set({ ...setting, percentile: percent / 100 })}
      />
      <Slider
        label={text("str.quarters")}
        value={setting.quarters}
        least={1}
        most={8}
        scale={0}
        onChange={(quarters) => set({ ...setting, quarters })}
      />
    </div>
  );
}

type SliderProps = {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Digits after the mark of what is shown. */
  readonly scale: number;
  readonly onChange: (value: number) => void;
};

function Slider({ label, value, least, most, scale, onChange }: SliderProps): ReactNode {
  const id = useId();
  const { locale } = useLanguage();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{formatScaled(locale, value, scale)}</output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
