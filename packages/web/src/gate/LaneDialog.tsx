import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useText, useTexts } from "../ui/language.ts";
import { PaperDialog } from "./PaperDialog.tsx";
import { PrintSeals } from "./PrintSeals.tsx";
import type { GateActions, GateView } from "./view.ts";

type Props = { readonly view: GateView; readonly on: GateActions; readonly onClose: () => void };

/** What belongs to this lane and this officer's duty, and to no traveller. */
export function LaneDialog({ view, on, onClose }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const [isKeying, setKeying] = useState(false);
  if (isKeying) return <PaperDialog view={view} onSend={on.sendPaper} onClose={onClose} />;
  return (
    <Dialog title={text("gate.officer", { number: view.officer })} onClose={onClose}>
      <p>
        {word(view.gateLabel)} · {text("gate.lane", { lane: view.lane })}
      </p>
      <div>
        <Checkbox label={text("gate.setting.printer")} isSelected={view.printer} onChange={on.setPrinter} />
        <Checkbox label={text("gate.setting.sound")} isSelected={view.sound} onChange={on.setSound} />
      </div>
      <div className="lane-paper">
        <h3>{text("gate.seals")}</h3>
        <p>{text("gate.seals.more")}</p>
        <PrintSeals view={view} onPrint={on.printSeals} />
        <Button isDisabled={view.node.packAge !== undefined} onPress={() => setKeying(true)}>
          {text("gate.seals.key")}
        </Button>
      </div>
      <div className="ui-dialog-buttons">
        <Button onPress={on.signOut}>{text("ui.sign-out")}</Button>
        <Button tone="primary" onPress={onClose}>
          {text("ui.close")}
        </Button>
      </div>
    </Dialog>
  );
}
