import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { firstLane, LaneSelect } from "../../sign-in/LaneSelect.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { useText } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useDesk } from "../shell/desk.ts";

const KEY = /^[A-Za-z0-9_-]{43}$/;

/** A device that cannot register itself at its own screen, such as an automatic lane: its public key is typed in. */
export function AddDevice({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useText();
  const { status } = useDesk();
  const { run, isBusy, problem } = useDeed("devices");
  const gates = status.gates.filter(({ side }) => side === status.side);
  const [place, setPlace] = useState(() => firstLane(gates));
  const { gate, lane } = place;
  const [publicKey, setPublicKey] = useState("");
  const [automatic, setAutomatic] = useState(true);
  const [isAsked, setAsked] = useState(false);
  const isKey = KEY.test(publicKey);
  const add = async (): Promise<void> => {
    setAsked(true);
    if (!isKey || gate === "" || lane === "") return;
    const question = { body: { gate, lane, publicKey, automatic }, key: crypto.randomUUID() };
    if (await run(async () => resultOfRecorded(await ask("deviceAdd", question)))) onClose();
  };
  return (
    <ConfirmDialog
      title={text("console.devices.add")}
      act={text("signin.device.register")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void add()}
      onClose={onClose}
    >
      <div className="pair">
        <LaneSelect gates={gates} place={place} onChange={setPlace} />
      </div>
      <TextField
        label={text("console.devices.public-key")}
        mono
        value={publicKey}
        onChange={(next) => setPublicKey(next.trim())}
        maxLength={60}
        error={isAsked && !isKey ? text("console.devices.public-key.error") : undefined}
      />
      <Checkbox label={text("console.devices.automatic.more")} isSelected={automatic} onChange={setAutomatic} />
    </ConfirmDialog>
  );
}
