import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import type { Problem, Session } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useText } from "../ui/language.ts";
import { type Result, registerPasskey, signInByPasskey } from "./access.ts";
import { SignInFrame } from "./SignInFrame.tsx";

type Props = {
  /** A session that began with a one-time link and has no passkey yet. */
  readonly session?: Session | undefined;
  readonly problem?: Problem | undefined;
  readonly onSession: (session: Session) => void;
  /** Goes on without a passkey: this link will not work again. */
  readonly onLater: () => void;
};

/** Sign in by passkey; whoever came by a one-time link is asked to register one first. */
export function SignIn({ session, problem, onSession, onLater }: Props): ReactNode {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [own, setOwn] = useState<Problem | undefined>(problem);
  const run = async (act: () => Promise<Result<Session>>): Promise<void> => {
    setBusy(true);
    setOwn(undefined);
    const result = await act();
    setBusy(false);
    if (result.kind === "ok") onSession(result.value);
    else setOwn(result.problem);
  };
  const isAble = browserSupportsWebAuthn();
  const act = session ? () => registerPasskey() : () => signInByPasskey();
  return (
    <SignInFrame title={text(session ? "signin.link" : "signin.title")} problem={own}>
      <p>{text(isAble ? (session ? "signin.link.more" : "signin.passkey.more") : "signin.unsupported")}</p>
      <div className="signin-buttons">
        <Button tone="primary" isDisabled={isBusy || !isAble} onPress={() => void run(act)}>
          {text(isBusy ? "signin.busy" : session ? "signin.register" : "signin.passkey")}
        </Button>
        {session ? <Button onPress={onLater}>{text("signin.later")}</Button> : null}
      </div>
    </SignInFrame>
  );
}
