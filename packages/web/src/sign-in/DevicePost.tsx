import type { Status } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { useText } from "../ui/language.ts";
import { firstLane, LaneSelect } from "./LaneSelect.tsx";
import { RegisterDevice, type Registration } from "./RegisterDevice.tsx";

/** Says at which gate and lane this device stands. */
export function DevicePost({ status, onRegister, ...rest }: Registration & { readonly status: Status }): ReactNode {
  const text = useText();
  const gates = status.gates.filter(({ side }) => side === rest.session.officer.side);
  const [place, setPlace] = useState(() => firstLane(gates));
  const { gate, lane } = place;
  return (
    <RegisterDevice
      {...rest}
      title={text("signin.device")}
      more={text("signin.device.more")}
      isComplete={gate !== "" && lane !== ""}
      onRegister={() => onRegister(gate, lane)}
    >
      <LaneSelect gates={gates} place={place} onChange={setPlace} />
    </RegisterDevice>
  );
}
