import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField as AriaTextField } from "react-aria-components/TextField";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly mono?: boolean;
  readonly inputMode?: "text" | "numeric" | "decimal";
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
};

/** A line of text with its label above and its error below, both in the reader's language. */
export function TextField(props: Props): ReactNode {
  const { label, value, onChange, error, hint, mono, inputMode = "text", maxLength, autoFocus } = props;
  return (
    <AriaTextField
      className="ui-field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      {...(maxLength ? { maxLength } : {})}
      {...(autoFocus ? { autoFocus } : {})}
    >
      <Label className="ui-label">{label}</Label>
      <Input
        className="ui-input"
        inputMode={inputMode}
        spellCheck={false}
        autoCapitalize="off"
        {...(hint ? { placeholder: hint } : {})}
        {...(mono ? { "data-mono": "" } : {})}
      />
      <FieldError className="ui-error">{error}</FieldError>
    </AriaTextField>
  );
}
