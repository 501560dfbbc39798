import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/language.ts";

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** What stands beside a list: the opened row. */
export function SidePanel({ title, onClose, children }: Props): ReactNode {
  const ui = useText();
  return (
    <aside className="entry" aria-label={title}>
      <header className="entry-head">
        <h2>{title}</h2>
        <Button onPress={onClose}>{ui("ui.close")}</Button>
      </header>
      <div className="entry-body">{children}</div>
    </aside>
  );
}
