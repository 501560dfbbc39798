import { type ReactNode, useState } from "react";
import { SignedIn } from "../sign-in/SignedIn.tsx";
import { ChosenLanguage } from "../ui/ChosenLanguage.tsx";
import { LiveTill } from "./LiveTill.tsx";
import { TillPlace } from "./TillPlace.tsx";
import { useTillPost } from "./use-till-post.ts";

/** The till's page: registered once by an officer, then it works by its own key. */
export function TillApp(): ReactNode {
  return (
    <ChosenLanguage>
      <Stages />
    </ChosenLanguage>
  );
}

function Stages(): ReactNode {
  const { start, post, add, register, signOut } = useTillPost();
  const [isLater, setLater] = useState(false);
  const { status, session, problem } = start;
  if (post) return <LiveTill post={post} />;
  return (
    <SignedIn
      status={status}
      session={session}
      problem={problem}
      onSession={(signed) => add({ session: signed })}
      later={[isLater, () => setLater(true)]}
    >
      {(officer, known) => (
        <TillPlace
          session={officer}
          status={known}
          problem={problem}
          onRegister={register}
          onSignOut={() => void signOut()}
        />
      )}
    </SignedIn>
  );
}
