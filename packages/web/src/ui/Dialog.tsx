import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A question that must be answered before the work goes on. Escape leaves it without an answer. */
export function Dialog({ title, onClose, wide, children }: Props): ReactNode {
  return (
    <ModalOverlay className="ui-veil" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="ui-modal" {...(wide ? { "data-wide": "" } : {})}>
        <AriaDialog className="ui-dialog">
          <Heading slot="title" className="ui-dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
