import type { Problem, Session, Status } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { SignInFrame } from "../sign-in/SignInFrame.tsx";
import { Button } from "../ui/Button.tsx";
import { useText, useTexts } from "../ui/language.ts";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";

type Props = {
  readonly session: Session;
  readonly status: Status;
  readonly problem?: Problem | undefined;
  readonly onRegister: (gate: string, lane: string) => Promise<void>;
  readonly onSignOut: () => void;
};

const PLACE = /^[A-Z0-9]{1,6}$/;

/** Says whose till this is and what it is called; its key is made here and stays here. */
export function TillPlace({ session, status, problem, onRegister, onSignOut }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const gates = status.gates.filter(({ side }) => side === session.officer.side);
  const [gate, setGate] = useState(gates[0]?.gate ?? "");
  const [place, setPlace] = useState("T1");
  const [isBusy, setBusy] = useState(false);
  const isPlace = PLACE.test(place);
  const register = async (): Promise<void> => {
    setBusy(true);
    await onRegister(gate, place);
    setBusy(false);
  };
  const mayRegister = session.may.includes("device.add");
  return (
    <SignInFrame title={text("till.place")} problem={problem}>
      <p>{text(mayRegister ? "till.place.more" : "signin.device.ask")}</p>
      {mayRegister ? (
        <div className="signin-pair">
          <Select
            label={text("signin.gate")}
            empty={text("ui.choose")}
            value={gate}
            onChange={setGate}
            options={gates.map((one) => ({ value: one.gate, label: `${word(one.label)} (${one.gate})` }))}
          />
          <TextField
            label={text("till.place.name")}
            mono
            maxLength={6}
            value={place}
            onChange={(next) => setPlace(next.toUpperCase())}
            error={isPlace ? undefined : text("till.place.error")}
          />
        </div>
      ) : null}
      <div className="signin-buttons">
        {mayRegister ? (
          <Button tone="primary" isDisabled={isBusy || gate === "" || !isPlace} onPress={() => void register()}>
            {text(isBusy ? "signin.busy" : "signin.device.register")}
          </Button>
        ) : null}
        <Button onPress={onSignOut}>{text("ui.sign-out")}</Button>
      </div>
    </SignInFrame>
  );
}
