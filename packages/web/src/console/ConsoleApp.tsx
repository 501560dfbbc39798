import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { SignIn } from "../sign-in/SignIn.tsx";
import { SignInFrame } from "../sign-in/SignInFrame.tsx";
import { LanguageProvider } from "../ui/LanguageProvider.tsx";
import { useText } from "../ui/language.ts";
import { useChosenLanguage } from "../ui/use-chosen-language.ts";
import { queryClient } from "./asking/query-client.ts";
import { router } from "./router.tsx";
import { DeskContext } from "./shell/desk.ts";
import { useStart } from "./shell/use-start.ts";

/** The console's page: sign in, then the scenes. */
export function ConsoleApp(): ReactNode {
  const [locale, choose] = useChosenLanguage();
  return (
    <LanguageProvider locale={locale} choose={choose}>
      <QueryClientProvider client={queryClient}>
        <Stages />
      </QueryClientProvider>
    </LanguageProvider>
  );
}

const LATER = "twinline.passkey-later";

/** Whoever puts the passkey off is asked again in the next window, not at every reload of this one. */
function useLater(): readonly [boolean, () => void] {
  const [isLater, setLater] = useState(() => sessionStorage.getItem(LATER) !== null);
  return [
    isLater,
    () => {
      sessionStorage.setItem(LATER, "1");
      setLater(true);
    },
  ];
}

function Stages(): ReactNode {
  const text = useText();
  const { status, session, problem, isReady, enter, signOut } = useStart();
  const [isLater, setLater] = useLater();
  if (!isReady || !status)
    return (
      <SignInFrame title="Twinline" problem={problem}>
        <p>{text("signin.busy")}</p>
      </SignInFrame>
    );
  if (!session || (!session.passkey && !isLater))
    return <SignIn session={session} problem={problem} onSession={enter} onLater={setLater} />;
  return (
    <DeskContext value={{ session, status, signOut: () => void signOut() }}>
      <RouterProvider router={router} />
    </DeskContext>
  );
}
