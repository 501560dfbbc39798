import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { SignedIn } from "../sign-in/SignedIn.tsx";
import { ChosenLanguage } from "../ui/ChosenLanguage.tsx";
import { queryClient } from "./asking/query-client.ts";
import { router } from "./router.tsx";
import { DeskContext } from "./shell/desk.ts";
import { useStart } from "./shell/use-start.ts";

/** The console's page: sign in, then the scenes. */
export function ConsoleApp(): ReactNode {
  return (
    <ChosenLanguage>
      <QueryClientProvider client={queryClient}>
        <Stages />
      </QueryClientProvider>
    </ChosenLanguage>
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
  const { status, session, problem, enter, signOut } = useStart();
  const later = useLater();
  return (
    <SignedIn status={status} session={session} problem={problem} onSession={enter} later={later}>
      {(officer, known) => (
        <DeskContext value={{ session: officer, status: known, signOut: () => void signOut() }}>
          <RouterProvider router={router} />
        </DeskContext>
      )}
    </SignedIn>
  );
}
