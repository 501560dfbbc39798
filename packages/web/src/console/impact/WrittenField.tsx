import { type ReactNode, useId } from "react";

const ROWS = 8;

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
};

/** What a model is given, written or pasted as text. */
export function WrittenField({ label, value, onChange, ...bounds }: Props): ReactNode {
  const id = useId();
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="ui-input ui-mono"
        rows={ROWS}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...bounds}
      />
    </div>
  );
}
