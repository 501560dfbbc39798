import type { Problem, Session, Status } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useText, useTexts } from "../ui/language.ts";
import { Select } from "../ui/Select.tsx";
import { SignInFrame } from "./SignInFrame.tsx";

type Props = {
  readonly session: Session;
  readonly status: Status;
  readonly problem?: Problem | undefined;
  readonly onRegister: (gate: string, lane: string) => Promise<void>;
  readonly onSignOut: () => void;
};

/** Says at which gate and lane this device stands; its key is made here and stays here. */
export function DevicePost({ session, status, problem, onRegister, onSignOut }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const gates = status.gates.filter(({ side }) => side === session.officer.side);
  const [gate, setGate] = useState(gates[0]?.gate ?? "");
  const lanes = gates.find((one) => one.gate === gate)?.lanes ?? [];
  const [lane, setLane] = useState(lanes[0] ?? "");
  const [isBusy, setBusy] = useState(false);
  const register = async (): Promise<void> => {
    setBusy(true);
    await onRegister(gate, lane);
    setBusy(false);
  };
  const mayRegister = session.may.includes("device.add");
  return (
    <SignInFrame title={text("signin.device")} problem={problem}>
      <p>{text(mayRegister ? "signin.device.more" : "signin.device.ask")}</p>
      {mayRegister ? (
        <div className="signin-pair">
          <Select
            label={text("signin.gate")}
            empty={text("ui.choose")}
            value={gate}
            onChange={(next) => {
              setGate(next);
              setLane(gates.find((one) => one.gate === next)?.lanes[0] ?? "");
            }}
            options={gates.map((one) => ({ value: one.gate, label: `${word(one.label)} (${one.gate})` }))}
          />
          <Select
            label={text("signin.lane")}
            empty={text("ui.choose")}
            value={lane}
            onChange={setLane}
            options={lanes.map((one) => ({ value: one, label: one }))}
          />
        </div>
      ) : null}
      <div className="signin-buttons">
        {mayRegister ? (
          <Button tone="primary" isDisabled={isBusy || gate === "" || lane === ""} onPress={() => void register()}>
            {text(isBusy ? "signin.busy" : "signin.device.register")}
          </Button>
        ) : null}
        <Button onPress={onSignOut}>{text("ui.sign-out")}</Button>
      </div>
    </SignInFrame>
  );
}
