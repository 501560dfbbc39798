import type { Status } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { GateSelect } from "../sign-in/GateSelect.tsx";
import { RegisterDevice, type Registration } from "../sign-in/RegisterDevice.tsx";
import { useText } from "../ui/language.ts";
import { TextField } from "../ui/TextField.tsx";

const PLACE = /^[A-Z0-9]{1,6}$/;

/** Says whose till this is and what it is called. */
export function TillPlace({ status, onRegister, ...rest }: Registration & { readonly status: Status }): ReactNode {
  const text = useText();
  const gates = status.gates.filter(({ side }) => side === rest.session.officer.side);
  const [gate, setGate] = useState(gates[0]?.gate ?? "");
  const [place, setPlace] = useState("T1");
  const isPlace = PLACE.test(place);
  return (
    <RegisterDevice
      {...rest}
      title={text("till.place")}
      more={text("till.place.more")}
      isComplete={gate !== "" && isPlace}
      onRegister={() => onRegister(gate, place)}
    >
      <GateSelect gates={gates} gate={gate} onChange={setGate} />
      <TextField
        label={text("till.place.name")}
        mono
        maxLength={6}
        value={place}
        onChange={(next) => setPlace(next.toUpperCase())}
        error={isPlace ? undefined : text("till.place.error")}
      />
    </RegisterDevice>
  );
}
