import { type ReactNode, useEffect, useEffectEvent } from "react";
import { passCodeOf } from "../gate/gate-actions.ts";
import { useScans } from "../gate/use-scans.ts";
import { TillScreen } from "./TillScreen.tsx";
import { useTill } from "./use-till.ts";
import type { TillPost } from "./use-till-post.ts";
import { type TillActions, type TillView, tillKeys } from "./view.ts";

/** The screen with its node behind it; a scan is a pass, whatever has the focus, and presses nothing. */
export function LiveTill({ post }: { readonly post: TillPost }): ReactNode {
  const { view, on, guard, scanPass } = useTill(post);
  useScans({
    onBegan: (at) => guard.hold(at),
    onScan: (lines, at) => {
      guard.hold(at);
      if (!view.dialog) void scanPass(passCodeOf(lines));
    },
  });
  useTillKeys(view, on);
  return <TillScreen view={view} on={on} />;
}

/** Function keys; while a dialog asks something only it is answered. A key that is held down does nothing. */
function useTillKeys(view: TillView, on: TillActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const deed = view.dialog ? undefined : deedOf(event.key, view, on);
    if (!deed || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!event.repeat) deed();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function deedOf(key: string, view: TillView, on: TillActions): (() => void) | undefined {
  if (key === tillKeys.sell) return () => (view.slip ? window.print() : on.sell());
  if (key === tillKeys.next) return on.next;
  if (key === tillKeys.journal) return () => on.open("journal");
  if (key === tillKeys.hold) return () => (view.visitor ? on.open("hold") : undefined);
  return key === tillKeys.return ? () => (view.visitor ? on.open("return") : undefined) : undefined;
}
