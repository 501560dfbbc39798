import type { Status } from "@twinline/api";
import type { ReactNode } from "react";
import { useText, useTexts } from "../ui/language.ts";
import { Select } from "../ui/Select.tsx";

type Gates = Status["gates"];
type Props = { readonly gates: Gates; readonly gate: string; readonly onChange: (gate: string) => void };

/** Which gate a device belongs to. */
export function GateSelect({ gates, gate, onChange }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  return (
    <Select
      label={text("signin.gate")}
      empty={text("ui.choose")}
      value={gate}
      onChange={onChange}
      options={gates.map((one) => ({ value: one.gate, label: `${word(one.label)} (${one.gate})` }))}
    />
  );
}
