import { type ReactNode, useId } from "react";

type Props = {
  readonly label: string;
  /** In whole steps; `shown` is what a person reads of it. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly shown: string;
  readonly onChange: (value: number) => void;
};

/** A figure that is moved by hand or by the arrow keys; a reader's voice says what stands beside it, not the step. */
export function Slider({ label, value, least, most, shown, onChange }: Props): ReactNode {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{shown}</output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
