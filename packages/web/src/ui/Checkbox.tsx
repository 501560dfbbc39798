import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";

type Props = { readonly label: string; readonly isSelected: boolean; readonly onChange: (isSelected: boolean) => void };

export function Checkbox({ label, isSelected, onChange }: Props): ReactNode {
  return (
    <AriaCheckbox className="ui-check" isSelected={isSelected} onChange={onChange}>
      <span className="ui-check-box" aria-hidden="true">
        {isSelected ? (
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.4" />
          </svg>
        ) : null}
      </span>
      {label}
    </AriaCheckbox>
  );
}
