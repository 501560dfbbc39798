import type { Problem, Session, Status } from "@twinline/api";
import type { ReactNode } from "react";
import { useText } from "../ui/language.ts";
import { SignIn } from "./SignIn.tsx";
import { SignInFrame } from "./SignInFrame.tsx";

type Props = {
  /** Absent until the node has answered. */
  readonly status: Status | undefined;
  readonly session: Session | undefined;
  readonly problem: Problem | undefined;
  readonly onSession: (session: Session) => void;
  /** Whether the passkey was put off, and the way to put it off. */
  readonly later: readonly [isLater: boolean, put: () => void];
  readonly children: (session: Session, status: Status) => ReactNode;
};

/** What a page shows until somebody is signed in, and then its children: the node is waited for, then the officer. */
export function SignedIn({ status, session, problem, onSession, later, children }: Props): ReactNode {
  const text = useText();
  const [isLater, putOff] = later;
  if (!status)
    return (
      <SignInFrame title="Twinline" problem={problem}>
        <p>{text("signin.busy")}</p>
      </SignInFrame>
    );
  if (!session || (!session.passkey && !isLater))
    return <SignIn session={session} problem={problem} onSession={onSession} onLater={putOff} />;
  return children(session, status);
}
