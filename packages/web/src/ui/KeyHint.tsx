import type { ReactNode } from "react";

/** The key that does the same, as printed on the keyboard; spoken by aria-keyshortcuts, so hidden here. */
export function KeyHint({ name }: { readonly name: string }): ReactNode {
  return (
    <span className="ui-key" aria-hidden="true">
      {name}
    </span>
  );
}
