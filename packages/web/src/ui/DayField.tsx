import { type ReactNode, useId } from "react";

type Props = {
  readonly label: string;
  /** ISO 8601: a day, or a day and a time of the clock without a zone; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly withTime?: boolean;
  readonly error?: string | undefined;
};

/**
 * A day, or a moment by the clock. NOTE: the platform's own field: its keyboard and calendar are those the officer knows, and
 * RAC's calendar has no Kazakh (ux.md T1).
 */
export function DayField({ label, value, onChange, withTime, error }: Props): ReactNode {
  const id = useId();
  return (
    <div className="ui-field" {...(error === undefined ? {} : { "data-invalid": "" })}>
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="ui-input"
        type={withTime ? "datetime-local" : "date"}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined}
      />
      {error === undefined ? null : <span className="ui-error">{error}</span>}
    </div>
  );
}
