import { type ReactNode, useState } from "react";
import { DevicePost } from "../sign-in/DevicePost.tsx";
import { SignIn } from "../sign-in/SignIn.tsx";
import { SignInFrame } from "../sign-in/SignInFrame.tsx";
import { LanguageProvider } from "../ui/LanguageProvider.tsx";
import { useText } from "../ui/language.ts";
import { useChosenLanguage } from "../ui/use-chosen-language.ts";
import { LiveGate } from "./LiveGate.tsx";
import { usePost } from "./use-post.ts";

/** The gate's page: sign in, say where this device stands, work. */
export function GateApp(): ReactNode {
  const [locale, choose] = useChosenLanguage();
  return (
    <LanguageProvider locale={locale} choose={choose}>
      <Stages />
    </LanguageProvider>
  );
}

function Stages(): ReactNode {
  const text = useText();
  const { post, status, session, problem, isReady, add, register, signOut, forgetSession } = usePost();
  const [isLater, setLater] = useState(false);
  if (!isReady || !status)
    return (
      <SignInFrame title="Twinline" problem={problem}>
        <p>{text("signin.busy")}</p>
      </SignInFrame>
    );
  if (!session || (!session.passkey && !isLater))
    return (
      <SignIn
        session={session}
        problem={problem}
        onSession={(signed) => add({ session: signed })}
        onLater={() => setLater(true)}
      />
    );
  if (!post)
    return (
      <DevicePost
        session={session}
        status={status}
        problem={problem}
        onRegister={register}
        onSignOut={() => void signOut()}
      />
    );
  return <LiveGate post={post} onSignOut={() => void signOut()} onSessionOver={forgetSession} />;
}
