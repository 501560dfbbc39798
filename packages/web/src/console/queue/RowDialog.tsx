import type { QueueDay, QueueRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { answered } from "./answered.ts";
import type { RowDeed } from "./QueueTable.tsx";
import { useQueueText } from "./queue-text.ts";
import { SlotSelect } from "./SlotSelect.tsx";
import { ROAD } from "./use-road.ts";

type Props = {
  readonly deed: RowDeed;
  readonly row: QueueRow;
  readonly data: QueueDay;
  readonly onClose: () => void;
};

/** What is done to one vehicle's place. */
export function RowDialog({ deed, row, data, onClose }: Props): ReactNode {
  const say = useQueueText();
  const { run, isBusy, problem } = useDeed(ROAD);
  const [slot, setSlot] = useState("");
  const act = async (): Promise<void> => {
    if (deed === "change" && slot === "") return;
    const question = { params: { booking: row.booking }, key: crypto.randomUUID() };
    const done = await run(async () => {
      if (deed === "arrive") return answered(await ask("queueArrive", { ...question, body: {} }));
      if (deed === "no-show") return answered(await ask("queueNoShow", { ...question, body: {} }));
      return answered(await ask("queueChange", { ...question, body: deed === "change" ? { to: slot } : {} }));
    });
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={`${row.plate} · ${row.country}`}
      act={say(`act.${deed}`)}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void act()}
      onClose={onClose}
    >
      {deed === "change" ? (
        <SlotSelect slots={data.slots} asOf={data.asOf} value={slot} withLive={false} onChange={setSlot} />
      ) : (
        <p>{deed === "cancel" ? say("cancel.more") : `${say("vin")} … ${row.vinTail}`}</p>
      )}
    </ConfirmDialog>
  );
}
