import { labelText } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { DayField } from "../../ui/DayField.tsx";
import { useText } from "../../ui/language.ts";
import { type DraftChange, readChanges, removeChange, setField } from "./draft-text.ts";
import { FigureFields } from "./FigureFields.tsx";
import { useReader } from "./studio-context.ts";
import { TableFields } from "./TableFields.tsx";
import type { Draft } from "./use-draft.ts";

/** The form: one card a change. It writes into the draft's text with each key. */
export function Changes({ draft }: { readonly draft: Draft }): ReactNode {
  const text = useText();
  const changes = readChanges(draft.text);
  if (changes === undefined) return <p className="studio-note">{text("console.studio.no-form")}</p>;
  if (changes.length === 0) return <p className="studio-note">{text("console.studio.no-change")}</p>;
  return (
    <ul className="studio-changes">
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place in the text.
        <ChangeCard key={at} change={change} at={at} draft={draft} />
      ))}
    </ul>
  );
}

type Props = { readonly change: DraftChange; readonly at: number; readonly draft: Draft };

function ChangeCard({ change, at, draft }: Props): ReactNode {
  const text = useText();
  const { rulebook, locale } = useReader();
  const set = (field: string, value: string): void => draft.write(setField(draft.text, at, field, value));
  return (
    <li className="studio-card">
      <h3>{labelText(rulebook, locale, change.name)}</h3>
      <div className="studio-fields">
        <DayField label={text("console.studio.from")} value={change.from} onChange={(day) => set("from", day)} />
        {change.kind === "parameter" ? <FigureFields change={change} set={set} /> : null}
      </div>
      {change.kind === "rule" ? <TableFields change={change} set={set} /> : null}
      <Button onPress={() => draft.write(removeChange(draft.text, at))}>{text("console.studio.remove")}</Button>
    </li>
  );
}
