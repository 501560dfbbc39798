import type { ProposalFile } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded, signAsSecond } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { SecondFields } from "../second/SecondFields.tsx";
import { useDesk } from "../shell/desk.ts";
import { LabProblem } from "./LabProblem.tsx";

/** How the council of each side voted. */
export function Votes({ file }: { readonly file: ProposalFile }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const { status } = useDesk();
  const [voter, choose] = useState<string>();
  const { sides, votes, stage, may } = file;
  const mayRecord = (side: string): boolean => may.includes(side === status.side ? "vote" : "witness");
  return (
    <section className="lab-panel">
      <h2>{text("proposal.votes")}</h2>
      <ul className="votes">
        {sides.map((side) => {
          const cast = votes.find((vote) => vote.side === side);
          return (
            <li key={side}>
              <strong>{side.toUpperCase()}</strong>
              <span>
                {cast
                  ? `${wordOr(text, `proposal.vote.${cast.vote}`, cast.vote)} · № ${formatInteger(locale, cast.entry)}`
                  : text("proposal.vote.open")}
              </span>
              {!cast && stage === "voting" && mayRecord(side) ? (
                <Button onPress={() => choose(side)}>{text("proposal.vote.record")}</Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {voter === undefined ? null : (
        <VoteDialog
          hash={file.proposal.hash}
          side={voter}
          isOwn={voter === status.side}
          onClose={() => choose(undefined)}
        />
      )}
    </section>
  );
}

type Props = { readonly hash: string; readonly side: string; readonly isOwn: boolean; readonly onClose: () => void };

function VoteDialog({ hash, side, isOwn, onClose }: Props): ReactNode {
  const text = useLabText();
  const word = useText();
  const [vote, setVote] = useState<"for" | "against">("for");
  const [reference, setReference] = useState("");
  const [code, setCode] = useState("");
  const { run, isBusy, problem } = useDeed("proposal-file");
  const record = async (): Promise<void> => {
    const done = await run(async () => {
      const asked = { side, vote, ...(isOwn ? {} : { reference: Number(reference) }) };
      const deed = { act: `rulebook.witness/${hash}`, asked };
      const signed = isOwn ? undefined : await signAsSecond(deed, code.trim() || undefined);
      if (signed?.kind === "problem") return signed;
      const body = { ...asked, ...(signed ? { second: signed.value.token } : {}) };
      return resultOfRecorded(await ask("proposalVote", { params: { hash }, body, key: crypto.randomUUID() }));
    });
    if (done) onClose();
  };
  return (
    <Dialog title={text("proposal.vote.title", { side: side.toUpperCase() })} onClose={onClose}>
      <Segmented<"for" | "against">
        label={text("proposal.votes")}
        value={vote}
        onChange={setVote}
        options={[
          { value: "for", label: text("proposal.vote.for") },
          { value: "against", label: text("proposal.vote.against") },
        ]}
      />
      {isOwn ? null : (
        <>
          <p>{text("proposal.vote.witness")}</p>
          <TextField
            label={text("proposal.vote.reference")}
            value={reference}
            onChange={setReference}
            inputMode="numeric"
            maxLength={15}
          />
          <SecondFields code={code} onCode={setCode} />
        </>
      )}
      <LabProblem problem={problem} />
      <div className="ui-dialog-buttons">
        <Button onPress={onClose}>{word("ui.cancel")}</Button>
        <Button
          tone="primary"
          isDisabled={isBusy || (!isOwn && !/^[1-9]\d*$/.test(reference))}
          onPress={() => void record()}
        >
          {text("proposal.note.add")}
        </Button>
      </div>
    </Dialog>
  );
}
