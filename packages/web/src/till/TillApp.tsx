import { type ReactNode, useState } from "react";
import { SignIn } from "../sign-in/SignIn.tsx";
import { SignInFrame } from "../sign-in/SignInFrame.tsx";
import { LanguageProvider } from "../ui/LanguageProvider.tsx";
import { useText } from "../ui/language.ts";
import { useChosenLanguage } from "../ui/use-chosen-language.ts";
import { LiveTill } from "./LiveTill.tsx";
import { TillPlace } from "./TillPlace.tsx";
import { useTillPost } from "./use-till-post.ts";

/** The till's page: registered once by an officer, then it works by its own key. */
export function TillApp(): ReactNode {
  const [locale, choose] = useChosenLanguage();
  return (
    <LanguageProvider locale={locale} choose={choose}>
      <Stages />
    </LanguageProvider>
  );
}

function Stages(): ReactNode {
  const text = useText();
  const { start, post, add, register, signOut } = useTillPost();
  const [isLater, setLater] = useState(false);
  const { status, session, problem } = start;
  if (post) return <LiveTill post={post} />;
  if (!status)
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
  return (
    <TillPlace
      session={session}
      status={status}
      problem={problem}
      onRegister={register}
      onSignOut={() => void signOut()}
    />
  );
}
