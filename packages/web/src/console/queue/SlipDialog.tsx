import type { QueueRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { TextField } from "../../ui/TextField.tsx";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useQueueText } from "./queue-text.ts";
import { bookingIn } from "./slip-code.ts";

type Props = {
  readonly rows: readonly QueueRow[];
  readonly onFound: (row: QueueRow) => void;
  readonly onClose: () => void;
};

/** A driver's slip at the waiting area: its code, scanned or typed, finds the vehicle of the day. It never stands in the address. */
export function SlipDialog({ rows, onFound, onClose }: Props): ReactNode {
  const say = useQueueText();
  const [code, setCode] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const find = async (): Promise<void> => {
    const booking = await bookingIn(code);
    const row = rows.find((one) => one.booking === booking);
    if (row === undefined) setUnknown(true);
    else onFound(row);
  };
  return (
    <ConfirmDialog
      title={say("act.slip")}
      act={say("slip.find")}
      isBusy={false}
      problem={undefined}
      onAct={() => void find()}
      onClose={onClose}
    >
      <p className="quiet">{say("slip.more")}</p>
      <TextField
        label={say("slip.code")}
        mono
        autoFocus
        value={code}
        onChange={(next) => {
          setUnknown(false);
          setCode(next);
        }}
        maxLength={40}
        error={isUnknown ? say("slip.unknown") : undefined}
      />
    </ConfirmDialog>
  );
}
