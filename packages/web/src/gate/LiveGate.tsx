import type { ReactNode } from "react";
import { GateScreen } from "./GateScreen.tsx";
import type { Post } from "./post.ts";
import { useGate } from "./use-gate.ts";

/** The screen with its node behind it. */
export function LiveGate({ post, onSignOut }: { readonly post: Post; readonly onSignOut: () => void }): ReactNode {
  const { view, on } = useGate(post, onSignOut);
  return <GateScreen view={view} on={on} />;
}
