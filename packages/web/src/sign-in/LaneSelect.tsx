import type { Status } from "@twinline/api";
import type { ReactNode } from "react";
import { useText } from "../ui/language.ts";
import { Select } from "../ui/Select.tsx";
import { GateSelect } from "./GateSelect.tsx";

type Gates = Status["gates"];

/** A gate and one of its lanes; empty where there is none. */
export type LanePlace = { readonly gate: string; readonly lane: string };

export function firstLane(gates: Gates, gate = gates[0]?.gate ?? ""): LanePlace {
  return { gate, lane: lanesOf(gates, gate)[0] ?? "" };
}

function lanesOf(gates: Gates, gate: string): readonly string[] {
  return gates.find((one) => one.gate === gate)?.lanes ?? [];
}

type Props = { readonly gates: Gates; readonly place: LanePlace; readonly onChange: (place: LanePlace) => void };

/** At which gate and lane a device stands; another gate begins with its first lane. */
export function LaneSelect({ gates, place: { gate, lane }, onChange }: Props): ReactNode {
  const text = useText();
  return (
    <>
      <GateSelect gates={gates} gate={gate} onChange={(next) => onChange(firstLane(gates, next))} />
      <Select
        label={text("signin.lane")}
        empty={text("ui.choose")}
        value={lane}
        onChange={(next) => onChange({ gate, lane: next })}
        options={lanesOf(gates, gate).map((one) => ({ value: one, label: one }))}
      />
    </>
  );
}
