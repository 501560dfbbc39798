import type { StayRow } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { Choice } from "../query-bar/Choice.tsx";
import type { StaySearch } from "./stay-search.ts";

type Props = {
  readonly search: StaySearch;
  readonly rows: readonly StayRow[];
  readonly onChange: (search: StaySearch) => void;
};

/** The query bar above the table; what may be chosen is what stands in the list. */
export function StayFilters({ search, rows, onChange }: Props): ReactNode {
  const text = useText();
  const { find, gate, nationality, ...rest } = search;
  const gates = distinct(rows.map((row) => row.gate));
  const nationalities = distinct(rows.map((row) => row.nationality));
  return (
    <search className="query-bar">
      <TextField
        label={text("console.stays.find")}
        value={find ?? ""}
        onChange={(value) => onChange({ ...search, find: value })}
        maxLength={80}
      />
      <Choice
        label={text("console.gate")}
        value={gate}
        options={gates.map((one) => ({ value: one, label: one }))}
        onChange={(value) => onChange({ ...rest, ...kept({ find, nationality, gate: value }) })}
      />
      <Choice
        label={text("gate.nationality")}
        value={nationality}
        options={nationalities.map((one) => ({ value: one, label: one }))}
        onChange={(value) => onChange({ ...rest, ...kept({ find, gate, nationality: value }) })}
      />
      <Button onPress={() => onChange(rest)}>{text("console.clear")}</Button>
    </search>
  );
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== "").sort();
}

/** Leaves out what is not set, as an address does. */
function kept(values: Readonly<Record<string, string | undefined>>): StaySearch {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
