import type { Invitation } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useText } from "../../ui/language.ts";
import { useWhen } from "../shell/use-when.ts";

type Props = { readonly number: string; readonly invitation: Invitation; readonly onClose: () => void };

/** The link of a first sign-in: shown once, because whoever has it signs in. */
export function InvitationDialog({ number, invitation, onClose }: Props): ReactNode {
  const text = useText();
  const when = useWhen();
  const link = new URL(invitation.path, location.href).href;
  return (
    <Dialog title={text("console.invitation", { number })} onClose={onClose}>
      <p>{text("console.invitation.more", { time: when.moment(invitation.expiresAt) })}</p>
      <p className="invitation">{link}</p>
      <div className="ui-dialog-buttons">
        <Button onPress={() => void navigator.clipboard.writeText(link)}>{text("console.copy")}</Button>
        <Button tone="primary" onPress={onClose}>
          {text("ui.done")}
        </Button>
      </div>
    </Dialog>
  );
}
