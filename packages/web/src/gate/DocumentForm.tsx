import { type FormEvent, type ReactNode, useState } from "react";
import { dayPatterns } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { CHECK_KEY } from "./actions.ts";
import { type DocumentField, type DraftErrors, emptyDocument, fieldOf, readDocument } from "./document-draft.ts";
import { DOCUMENT_FORM } from "./document-form-id.ts";
import type { GateActions, GateView } from "./view.ts";

/** A document by hand: no reader, a worn page, or a paper without a machine-readable zone. */
export function DocumentForm({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const [draft, setDraft] = useState(emptyDocument);
  const [errors, setErrors] = useState<DraftErrors<DocumentField>>({});
  const told = useNodeError(view);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDocument(draft, locale);
    setErrors("errors" in read ? read.errors : {});
    if ("value" in read) on.check(read.value);
  };
  const field = (name: DocumentField) => {
    const error = errors[name];
    return {
      value: draft[name],
      onChange: (value: string) => setDraft({ ...draft, [name]: value }),
      error: error ? text(error) : told(name),
    };
  };
  return (
    <form className="typing" id={DOCUMENT_FORM} onSubmit={submit} noValidate aria-label={text("gate.type")}>
      <Select
        label={text("gate.kind")}
        empty={text("ui.choose")}
        options={(view.codes?.documentKinds ?? []).map(({ code, label }) => ({ value: code, label: word(label) }))}
        {...field("kind")}
      />
      <div className="typing-pair" data-wide="first">
        <TextField label={text("gate.number")} mono autoFocus maxLength={40} {...field("number")} />
        <TextField label={text("gate.nationality")} mono hint="KZ" maxLength={2} {...field("nationality")} />
      </div>
      <TextField label={text("gate.name")} maxLength={120} {...field("name")} />
      <div className="typing-pair">
        <TextField label={text("gate.born")} hint={dayPatterns[locale]} inputMode="numeric" {...field("born")} />
        <TextField label={text("gate.expires")} hint={dayPatterns[locale]} inputMode="numeric" {...field("expires")} />
      </div>
      <div className="who-buttons">
        <Button onPress={() => on.setTyping(false)}>{text("ui.cancel")}</Button>
        <Button type="submit" tone="primary" isDisabled={view.state.phase.kind === "asking"}>
          {text("gate.check")} <KeyHint name={CHECK_KEY} />
        </Button>
      </div>
    </form>
  );
}

/** The node's own word about a field, in the officer's language. */
function useNodeError({ state }: GateView): (name: DocumentField) => string | undefined {
  const word = useTexts();
  const problem = state.phase.kind === "nothing" ? state.phase.problem : undefined;
  return (name) =>
    problem && fieldOf(problem.field) === name ? (problem.text ? word(problem.text) : problem.title) : undefined;
}
