import { type FormEvent, type ReactNode, useState } from "react";
import { parseScaled } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useText } from "../ui/language.ts";
import { TextField } from "../ui/TextField.tsx";
import type { TillActions } from "./view.ts";

const FEN_SCALE = 2;

/** Holds a part of the visitor's allowance at this till, so that it can be sold here even when the line is cut. */
export function HoldDialog({ on }: { readonly on: TillActions }): ReactNode {
  const text = useText();
  const [yuan, setYuan] = useState("");
  const [isAsked, setAsked] = useState(false);
  const minor = parseScaled(yuan, FEN_SCALE);
  const isAmount = minor !== undefined && minor > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isAmount) on.hold(minor);
  };
  return (
    <Dialog title={text("till.hold")} onClose={() => on.open()}>
      <p>{text("till.hold.more")}</p>
      <form className="till-dialog" onSubmit={submit} noValidate>
        <TextField
          label="CNY"
          inputMode="decimal"
          autoFocus
          maxLength={12}
          value={yuan}
          onChange={setYuan}
          error={isAsked && !isAmount ? text("gate.error.value") : undefined}
        />
        <div className="ui-dialog-buttons">
          <Button onPress={() => on.open()}>{text("ui.cancel")}</Button>
          <Button type="submit" tone="primary">
            {text("till.hold.do")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
