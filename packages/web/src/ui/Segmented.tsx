import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";

type Option<V extends string> = { readonly value: V; readonly label: string; readonly lang?: string };
type Props<V extends string> = {
  /** Spoken name of the choice; the segments speak for themselves on screen. */
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly Option<V>[];
  readonly isDisabled?: boolean;
};

/** One of a few, all of them visible: direction, language. */
export function Segmented<V extends string>({ label, value, onChange, options, isDisabled }: Props<V>): ReactNode {
  return (
    <RadioGroup
      className="ui-segmented"
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as V)}
      isDisabled={isDisabled ?? false}
    >
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          className="ui-segment"
          {...(option.lang ? { lang: option.lang } : {})}
        >
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
