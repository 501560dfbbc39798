import type { QueueAnswer, QueueDay } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useText } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useWhen } from "../shell/use-when.ts";
import { answered } from "./answered.ts";
import { type BookDraft, type BookField, readBookDraft } from "./book-draft.ts";
import { useQueueText } from "./queue-text.ts";
import { SlotSelect } from "./SlotSelect.tsx";
import { ROAD } from "./use-road.ts";

const nothing: BookDraft = { plate: "", country: "", vin: "", chapter: "0", slot: "" };

type Props = { readonly data: QueueDay; readonly onClose: () => void };

/** A vehicle gets a place; what the driver is given is shown once. */
export function BookDialog({ data, onClose }: Props): ReactNode {
  const say = useQueueText();
  const { run, isBusy, problem } = useDeed(ROAD);
  const [draft, setDraft] = useState(nothing);
  const [isAsked, setAsked] = useState(false);
  const [given, setGiven] = useState<QueueAnswer>();
  const { booking, faults } = readBookDraft(draft);
  if (given !== undefined) return <Slip given={given} onClose={onClose} />;
  const set = (more: Partial<BookDraft>): void => setDraft({ ...draft, ...more });
  const faultOf = (field: BookField): string | undefined =>
    isAsked && faults.has(field) ? say(`error.${field}`) : undefined;
  const book = async (): Promise<void> => {
    setAsked(true);
    if (booking === undefined) return;
    const done = await run(async () => answered(await ask("queueBook", { body: booking, key: crypto.randomUUID() })));
    if (done !== undefined) setGiven(done);
  };
  return (
    <ConfirmDialog
      title={say("act.book")}
      act={say("act.book")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void book()}
      onClose={onClose}
    >
      <BookFields draft={draft} set={set} faultOf={faultOf} />
      <SlotSelect slots={data.slots} asOf={data.asOf} value={draft.slot} withLive onChange={(slot) => set({ slot })} />
      <p className="quiet">{say("book.more")}</p>
    </ConfirmDialog>
  );
}

type FieldsProps = {
  readonly draft: BookDraft;
  readonly set: (more: Partial<BookDraft>) => void;
  readonly faultOf: (field: BookField) => string | undefined;
};

function BookFields({ draft, set, faultOf }: FieldsProps): ReactNode {
  const say = useQueueText();
  return (
    <>
      <div className="pair">
        <TextField
          label={say("plate")}
          mono
          value={draft.plate}
          onChange={(plate) => set({ plate })}
          maxLength={20}
          error={faultOf("plate")}
        />
        <TextField
          label={say("country")}
          value={draft.country}
          onChange={(country) => set({ country: country.toUpperCase() })}
          maxLength={2}
          error={faultOf("country")}
        />
      </div>
      <div className="pair">
        <TextField
          label={say("vin")}
          mono
          value={draft.vin}
          onChange={(vin) => set({ vin })}
          maxLength={20}
          error={faultOf("vin")}
        />
        <TextField
          label={say("chapter")}
          inputMode="numeric"
          value={draft.chapter}
          onChange={(chapter) => set({ chapter })}
          maxLength={2}
          error={faultOf("chapter")}
        />
      </div>
    </>
  );
}

/** What the driver takes along. */
function Slip({ given, onClose }: { readonly given: QueueAnswer; readonly onClose: () => void }): ReactNode {
  const text = useText();
  const say = useQueueText();
  const when = useWhen();
  return (
    <Dialog title={given.slot === undefined ? say("slot.none") : when.moment(given.slot)} onClose={onClose}>
      <p>{say("code.more")}</p>
      <p className="ui-label">{say("code")}</p>
      <p className="invitation road-code">{given.code}</p>
      <div className="ui-dialog-buttons">
        <Button tone="primary" onPress={onClose}>
          {text("ui.done")}
        </Button>
      </div>
    </Dialog>
  );
}
