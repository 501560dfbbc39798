import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { DayField } from "../../ui/DayField.tsx";
import { useText, useTexts } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { Choice } from "../query-bar/Choice.tsx";
import { useDesk } from "../shell/desk.ts";
import { type EntrySearch, entryKinds, outcomes, readEntrySearch } from "./entry-search.ts";
import { useOutcomeWord } from "./use-outcome-word.ts";
import { useReasonWord } from "./use-reason-word.ts";

type Props = { readonly search: EntrySearch; readonly onChange: (search: EntrySearch) => void };

/** The query bar: lists act at once, a number when it is asked for. A new search begins at the newest page. */
export function EntryFilters({ search, onChange }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const outcomeWord = useOutcomeWord();
  const reasonWord = useReasonWord();
  const { status } = useDesk();
  const [number, setNumber] = useState(String(search.number ?? ""));
  const set = (more: Readonly<Record<string, unknown>>): void => {
    const { after: _, ...rest } = search;
    onChange(readEntrySearch({ ...rest, ...more }));
  };
  const gates = status.gates.filter(({ side }) => side === status.side);
  return (
    <search>
      <form
        className="query-bar"
        onSubmit={(event) => {
          event.preventDefault();
          set({ number, open: number });
        }}
      >
        <TextField
          label={text("console.number")}
          value={number}
          onChange={setNumber}
          inputMode="numeric"
          maxLength={15}
        />
        <Choice
          label={text("console.column.kind")}
          value={search.kind}
          options={entryKinds.map((kind) => ({ value: kind, label: text(`console.kind.${kind}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label={text("console.gate")}
          value={search.gate}
          options={gates.map(({ gate, label }) => ({ value: gate, label: `${gate} ${word(label)}` }))}
          onChange={(gate) => set({ gate })}
        />
        <Choice
          label={text("console.column.outcome")}
          value={search.verdict}
          options={outcomes.map((one) => ({ value: one, label: outcomeWord(one) }))}
          onChange={(verdict) => set({ verdict })}
        />
        <SpanFields search={search} set={set} />
        {search.lane ? (
          <Held label={text("gate.lane", { lane: search.lane })} onDrop={() => set({ lane: undefined })} />
        ) : null}
        {search.reason ? <Held label={reasonWord(search.reason)} onDrop={() => set({ reason: undefined })} /> : null}
        <Button type="submit" tone="primary">
          {text("console.search")}
        </Button>
        <Button
          onPress={() => {
            setNumber("");
            onChange({});
          }}
        >
          {text("console.clear")}
        </Button>
      </form>
    </search>
  );
}

type SpanProps = {
  readonly search: EntrySearch;
  readonly set: (more: Readonly<Record<string, unknown>>) => void;
};

function SpanFields({ search, set }: SpanProps): ReactNode {
  const text = useText();
  return (
    <>
      <DayField
        withTime
        label={text("console.since")}
        value={search.since ?? ""}
        onChange={(since) => set({ since })}
      />
      <DayField
        withTime
        label={text("console.until")}
        value={search.until ?? ""}
        onChange={(until) => set({ until })}
      />
    </>
  );
}

/** A filter that another scene set by its link: it stands here to be seen and dropped. */
function Held({ label, onDrop }: { readonly label: string; readonly onDrop: () => void }): ReactNode {
  const text = useText();
  return <Button label={`${label}: ${text("console.clear")}`} onPress={onDrop}>{`${label} ×`}</Button>;
}
