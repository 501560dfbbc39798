import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { DayField } from "../../ui/DayField.tsx";
import { useText } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useDesk } from "../shell/desk.ts";
import { useWatchReasons } from "./use-watch-reasons.ts";
import { readWatchDraft, type WatchDraft, type WatchField } from "./watch-draft.ts";

const verdicts = ["refer", "refuse"] as const;

/** Another watched document. */
export function AddWatch({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useText();
  const { status } = useDesk();
  const { run, isBusy, problem } = useDeed("watchlist");
  const [draft, setDraft] = useState<WatchDraft>({
    issuer: "",
    number: "",
    verdict: "",
    code: "",
    from: status.legalDay,
    until: "",
  });
  const [isAsked, setAsked] = useState(false);
  const { watch, faults } = readWatchDraft(draft);
  const set = (more: Partial<WatchDraft>): void => setDraft({ ...draft, ...more });
  const faultOf = (field: WatchField): string | undefined =>
    isAsked && faults.has(field) ? text(`console.watchlist.error.${field}`) : undefined;
  const add = async (): Promise<void> => {
    setAsked(true);
    if (!watch) return;
    const question = { body: watch, key: crypto.randomUUID() };
    if (await run(async () => resultOfRecorded(await ask("watchlistAdd", question)))) onClose();
  };
  return (
    <ConfirmDialog
      title={text("console.watchlist.add")}
      act={text("console.watchlist.add.act")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void add()}
      onClose={onClose}
    >
      <WatchFields draft={draft} set={set} faultOf={faultOf} />
    </ConfirmDialog>
  );
}

type FieldsProps = {
  readonly draft: WatchDraft;
  readonly set: (more: Partial<WatchDraft>) => void;
  readonly faultOf: (field: WatchField) => string | undefined;
};

/** An authority's order carries the code of its reason, never a sentence about a person. */
function WatchFields({ draft, set, faultOf }: FieldsProps): ReactNode {
  const text = useText();
  const { reasons, wordOf } = useWatchReasons();
  return (
    <>
      <div className="pair">
        <TextField
          label={text("gate.number")}
          mono
          value={draft.number}
          onChange={(number) => set({ number })}
          maxLength={40}
          error={faultOf("number")}
        />
        <TextField
          label={text("console.watchlist.issuer")}
          value={draft.issuer}
          onChange={(issuer) => set({ issuer: issuer.toUpperCase() })}
          maxLength={2}
          error={faultOf("issuer")}
        />
      </div>
      <Select
        label={text("console.watchlist.verdict")}
        empty={text("ui.choose")}
        value={draft.verdict}
        onChange={(verdict) => set({ verdict })}
        options={verdicts.map((verdict) => ({ value: verdict, label: text(`ui.verdict.${verdict}`) }))}
        error={faultOf("verdict")}
      />
      <Select
        label={text("console.watchlist.code")}
        empty={text("ui.choose")}
        value={draft.code}
        onChange={(code) => set({ code })}
        options={reasons.map(({ code }) => ({ value: code, label: wordOf(code) }))}
        error={faultOf("code")}
      />
      <div className="pair">
        <DayField
          label={text("console.watchlist.from")}
          value={draft.from}
          onChange={(from) => set({ from })}
          error={faultOf("from")}
        />
        <DayField
          label={text("console.watchlist.until")}
          value={draft.until}
          onChange={(until) => set({ until })}
          error={faultOf("until")}
        />
      </div>
    </>
  );
}
