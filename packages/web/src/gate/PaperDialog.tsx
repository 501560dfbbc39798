import type { CaptureReport, Direction, PassageRequest, Problem } from "@twinline/api";
import { type FormEvent, type ReactNode, useState } from "react";
import { dayPatterns } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { type Text, useLanguage, useText, useTexts } from "../ui/language.ts";
import { problemText } from "../ui/problem-text.ts";
import { Segmented } from "../ui/Segmented.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { type DocumentField, type DraftErrors, emptyDocument, readDocument } from "./document-draft.ts";
import { readSeal, type Seal, type SealField } from "./seal-draft.ts";
import type { GateView } from "./view.ts";

export type PaperAnswer =
  | { readonly kind: "ok"; readonly value: CaptureReport }
  | { readonly kind: "problem"; readonly problem: Problem };
export type SendPaper = (seal: Seal, passage: Pick<PassageRequest, "direction" | "document">) => Promise<PaperAnswer>;
type Props = { readonly view: GateView; readonly onSend: SendPaper; readonly onClose: () => void };

const emptySeal = { seal: "", day: "", time: "", verdict: "" };

/** A passage that was written on a numbered seal, keyed in when there is a node again. Each number counts once. */
export function PaperDialog({ view, onSend, onClose }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const [direction, setDirection] = useState<Direction>("in");
  const [seal, setSeal] = useState(emptySeal);
  const [document, setDocument] = useState(emptyDocument);
  const [errors, setErrors] = useState<DraftErrors<SealField & string> & DraftErrors<DocumentField>>({});
  const [done, setDone] = useState<PaperAnswer | undefined>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readSeal(seal, locale, view.timeZone, Temporal.Now.instant());
    const paper = readDocument(document, locale);
    setErrors({ ...("errors" in read ? read.errors : {}), ...("errors" in paper ? paper.errors : {}) });
    if ("value" in read && "value" in paper)
      void onSend(read.value, { direction, document: paper.value }).then((answer) => {
        setDone(answer);
        if (answer.kind === "ok") {
          setSeal(emptySeal);
          setDocument(emptyDocument);
        }
      });
  };
  const ofSeal = (name: SealField) => ({
    value: seal[name],
    onChange: (value: string) => setSeal({ ...seal, [name]: value }),
    error: errors[name] ? text(errors[name]) : undefined,
  });
  const ofDocument = (name: DocumentField) => ({
    value: document[name],
    onChange: (value: string) => setDocument({ ...document, [name]: value }),
    error: errors[name] ? text(errors[name]) : undefined,
  });
  return (
    <Dialog title={text("gate.seals.key")} onClose={onClose} wide>
      <form className="paper" onSubmit={submit} noValidate>
        <TextField label={text("gate.seal.number")} mono autoFocus maxLength={26} {...ofSeal("seal")} />
        <TextField label={text("gate.seal.day")} hint={dayPatterns[locale]} {...ofSeal("day")} />
        <TextField label={text("gate.seal.time")} hint="14:05" maxLength={5} {...ofSeal("time")} />
        <Segmented<Direction>
          label={text("gate.direction")}
          value={direction}
          onChange={setDirection}
          options={[
            { value: "in", label: text("gate.direction.in") },
            { value: "out", label: text("gate.direction.out") },
          ]}
        />
        <Select
          label={text("gate.seal.verdict")}
          empty={text("ui.choose")}
          options={verdictOptions(text)}
          {...ofSeal("verdict")}
        />
        <DocumentFields view={view} field={ofDocument} />
        <p className="paper-said" role="status">
          {done ? saidOf(done, locale, text) : null}
        </p>
        <div className="ui-dialog-buttons">
          <Button onPress={onClose}>{text("ui.close")}</Button>
          <Button type="submit" tone="primary">
            {text("gate.seal.send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type FieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};
type FieldsProps = { readonly view: GateView; readonly field: (name: DocumentField) => FieldProps };

function DocumentFields({ view, field: ofDocument }: FieldsProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  return (
    <>
      <Select
        label={text("gate.kind")}
        empty={text("ui.choose")}
        options={(view.codes?.documentKinds ?? []).map(({ code, label }) => ({ value: code, label: word(label) }))}
        {...ofDocument("kind")}
      />
      <TextField label={text("gate.number")} mono maxLength={40} {...ofDocument("number")} />
      <TextField label={text("gate.nationality")} mono hint="KZ" maxLength={2} {...ofDocument("nationality")} />
      <TextField label={text("gate.name")} maxLength={120} {...ofDocument("name")} />
      <TextField label={text("gate.born")} hint={dayPatterns[locale]} {...ofDocument("born")} />
      <TextField label={text("gate.expires")} hint={dayPatterns[locale]} {...ofDocument("expires")} />
    </>
  );
}

function verdictOptions(text: Text) {
  return (["admit", "refer", "refuse"] as const).map((one) => ({ value: one, label: text(`ui.verdict.${one}`) }));
}

function saidOf(
  done: PaperAnswer,
  ...[locale, text]: [Parameters<typeof problemText>[1], Parameters<typeof problemText>[2]]
) {
  if (done.kind === "problem") return problemText(done.problem, locale, text);
  const [answer] = done.value.answers;
  const number = String(answer?.receipt?.number ?? "—");
  return text(saidKey(answer?.reason), { number });
}

const refusals = ["seal_not_printed", "seal_other_gate", "seal_void"] as const;

function saidKey(reason: string | undefined) {
  const refusal = refusals.find((one) => one === reason);
  if (refusal !== undefined) return `gate.seal.refused.${refusal}` as const;
  return reason === "number_reused" ? "gate.seal.known" : "gate.seal.done";
}
