import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";

type Props = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly tone?: "primary" | "plain";
  readonly type?: "button" | "submit";
  readonly isDisabled?: boolean;
  readonly label?: string;
  readonly autoFocus?: boolean;
};

/** An ordinary button. Verdicts have their own (gate/VerdictButton.tsx), which never takes the focus. */
export function Button({ children, onPress, tone, type = "button", isDisabled, label, autoFocus }: Props): ReactNode {
  return (
    <AriaButton
      className="ui-button"
      type={type}
      isDisabled={isDisabled ?? false}
      {...(tone ? { "data-tone": tone } : {})}
      {...(onPress ? { onPress } : {})}
      {...(label ? { "aria-label": label } : {})}
      {...(autoFocus ? { autoFocus } : {})}
    >
      {children}
    </AriaButton>
  );
}
