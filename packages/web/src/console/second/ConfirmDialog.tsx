import type { Problem } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useText } from "../../ui/language.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  readonly act: string;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  readonly onAct: () => void;
  readonly onClose: () => void;
};

/** A deed that cannot be undone, or that needs something said first. */
export function ConfirmDialog({ title, children, act, isBusy, problem, onAct, onClose }: Props): ReactNode {
  const text = useText();
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <ProblemLine problem={problem} />
      <div className="ui-dialog-buttons">
        <Button onPress={onClose}>{text("ui.cancel")}</Button>
        <Button tone="primary" isDisabled={isBusy} onPress={onAct}>
          {isBusy ? text("signin.busy") : act}
        </Button>
      </div>
    </Dialog>
  );
}
