import type { ReactNode } from "react";
import { GateScreen } from "./GateScreen.tsx";
import type { Post } from "./post.ts";
import { useCount } from "./use-count.ts";
import { useGate } from "./use-gate.ts";

type Props = { readonly post: Post; readonly onSignOut: () => void; readonly onSessionOver: () => void };

/** The screen with its node behind it. */
export function LiveGate({ post, onSignOut, onSessionOver }: Props): ReactNode {
  const { view, on } = useGate(post, onSignOut, onSessionOver);
  const counting = useCount(post);
  return <GateScreen view={view} on={on} {...(counting && { counting })} />;
}
