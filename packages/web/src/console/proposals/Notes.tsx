import { NOTE_CHARS_MAX, type ProposalFile } from "@twinline/api";
import { type ReactNode, useId, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { useWhen } from "../shell/use-when.ts";
import { LabProblem } from "./LabProblem.tsx";

const SUBJECTS = ["problem", "impact", "openness", "opinion"] as const;
type Subject = (typeof SUBJECTS)[number];

/** What was said of a proposal, the newest first, and the way to say something. */
export function Notes({ file }: { readonly file: ProposalFile }): ReactNode {
  const text = useLabText();
  const when = useWhen();
  const { locale } = useLanguage();
  const { notes, may } = file;
  return (
    <section className="lab-panel">
      <h2>{text("proposal.notes")}</h2>
      {may.includes("note") ? <AddNote file={file} /> : null}
      {notes.length === 0 ? <p className="quiet">{text("proposal.notes.none")}</p> : null}
      <ul className="notes">
        {notes.map(({ about, words, author, at, entry }) => (
          <li key={entry}>
            <strong>{wordOr(text, `proposal.note.${about}`, about)}</strong>
            <p>{words}</p>
            <span className="quiet">
              {text("proposal.note.by", { author, at: when.moment(at), entry: formatInteger(locale, entry) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddNote({ file: { proposal, stage } }: { readonly file: ProposalFile }): ReactNode {
  const text = useLabText();
  const id = useId();
  const [about, setAbout] = useState<Subject>(stage === "consultation" ? "opinion" : "problem");
  const [words, setWords] = useState("");
  const { run, isBusy, problem } = useDeed("proposal-file");
  const add = async (): Promise<void> => {
    const question = {
      params: { hash: proposal.hash },
      body: { about, words: words.trim() },
      key: crypto.randomUUID(),
    };
    if (await run(async () => resultOfRecorded(await ask("proposalNote", question)))) setWords("");
  };
  return (
    <div className="lab-form">
      <Select
        label={text("proposal.note.about")}
        value={about}
        onChange={(value) => setAbout(value as Subject)}
        empty=""
        options={SUBJECTS.map((value) => ({ value, label: text(`proposal.note.${value}`) }))}
      />
      <div className="ui-field" data-wide="">
        <label className="ui-label" htmlFor={id}>
          {text("proposal.note.words")}
        </label>
        <textarea
          id={id}
          className="ui-input"
          rows={2}
          maxLength={NOTE_CHARS_MAX}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Button isDisabled={isBusy || words.trim() === ""} onPress={() => void add()}>
        {text("proposal.note.add")}
      </Button>
      <LabProblem problem={problem} />
    </div>
  );
}
