import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { DayField } from "../../ui/DayField.tsx";
import { useText } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { Choice } from "../query-bar/Choice.tsx";
import type { QueueSearch } from "./queue-search.ts";
import { useQueueText } from "./queue-text.ts";

const states = ["booked", "waiting", "called", "passed", "no_show", "cancelled"] as const;
const modes = ["booked", "live"] as const;

type Props = {
  readonly search: QueueSearch;
  readonly day: string;
  readonly onChange: (search: QueueSearch) => void;
};

/** The query bar above the table. */
export function QueueFilters({ search, day, onChange }: Props): ReactNode {
  const text = useText();
  const say = useQueueText();
  const { find, state, mode, ...rest } = search;
  const change = (more: { find?: string | undefined; state?: string | undefined; mode?: string | undefined }): void => {
    const next = Object.entries({ find, state, mode, ...more }).filter(([, value]) => value !== undefined);
    onChange({ ...rest, ...Object.fromEntries(next) });
  };
  return (
    <search className="query-bar">
      <DayField
        label={say("day")}
        value={day}
        onChange={(next) => onChange({ ...search, ...(next !== "" && { day: next }) })}
      />
      <TextField label={say("find")} value={find ?? ""} onChange={(value) => change({ find: value })} maxLength={20} />
      <Choice
        label={say("state")}
        value={state}
        options={states.map((one) => ({ value: one, label: say(`state.${one}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <Choice
        label={say("mode")}
        value={mode}
        options={modes.map((one) => ({ value: one, label: say(`mode.${one}`) }))}
        onChange={(value) => change({ mode: value })}
      />
      <Button onPress={() => onChange({})}>{text("console.clear")}</Button>
    </search>
  );
}
