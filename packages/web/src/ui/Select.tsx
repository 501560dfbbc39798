import { type ReactNode, useId } from "react";

type Option = { readonly value: string; readonly label: string };
type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  /** Shown while nothing is chosen; it cannot be chosen again. */
  readonly empty: string;
  readonly error?: string | undefined;
};

/**
 * One of many, by the platform's own list. NOTE: native on purpose: it is right under gloves, zoom and a screen reader, has no
 * hidden strings that would be missing in Kazakh, and costs a gate nothing to load.
 */
export function Select({ label, value, onChange, options, empty, error }: Props): ReactNode {
  const id = useId();
  return (
    <div className="ui-field" {...(error === undefined ? {} : { "data-invalid": "" })}>
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="ui-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { "aria-describedby": `${id}-error` })}
      >
        <option value="" disabled hidden>
          {empty}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error === undefined ? null : (
        <span className="ui-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}
