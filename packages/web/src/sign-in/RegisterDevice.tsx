import type { Problem, Session } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useText } from "../ui/language.ts";
import { SignInFrame } from "./SignInFrame.tsx";

/** What every registration needs: who asks, and what became of it. */
export type Registration = {
  readonly session: Session;
  readonly problem?: Problem | undefined;
  readonly onRegister: (gate: string, lane: string) => Promise<void>;
  readonly onSignOut: () => void;
};

type Props = Omit<Registration, "onRegister"> & {
  readonly title: string;
  /** What it means that this device is registered. */
  readonly more: string;
  readonly isComplete: boolean;
  readonly onRegister: () => Promise<void>;
  /** The fields that say where the device stands. */
  readonly children: ReactNode;
};

/** Says what this device is; its key is made here and stays here. Whoever may not register it is told whom to ask. */
export function RegisterDevice(props: Props): ReactNode {
  const { session, problem, title, more, isComplete, onRegister, onSignOut, children } = props;
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const register = async (): Promise<void> => {
    setBusy(true);
    await onRegister();
    setBusy(false);
  };
  const mayRegister = session.may.includes("device.add");
  return (
    <SignInFrame title={title} problem={problem}>
      <p>{mayRegister ? more : text("signin.device.ask")}</p>
      {mayRegister ? <div className="signin-pair">{children}</div> : null}
      <div className="signin-buttons">
        {mayRegister ? (
          <Button tone="primary" isDisabled={isBusy || !isComplete} onPress={() => void register()}>
            {text(isBusy ? "signin.busy" : "signin.device.register")}
          </Button>
        ) : null}
        <Button onPress={onSignOut}>{text("ui.sign-out")}</Button>
      </div>
    </SignInFrame>
  );
}
