import { type ReactNode, useState } from "react";
import { DevicePost } from "../sign-in/DevicePost.tsx";
import { SignedIn } from "../sign-in/SignedIn.tsx";
import { ChosenLanguage } from "../ui/ChosenLanguage.tsx";
import { LiveGate } from "./LiveGate.tsx";
import { usePost } from "./use-post.ts";

/** The gate's page: sign in, say where this device stands, work. */
export function GateApp(): ReactNode {
  return (
    <ChosenLanguage>
      <Stages />
    </ChosenLanguage>
  );
}

function Stages(): ReactNode {
  const { post, status, session, problem, add, register, signOut, forgetSession } = usePost();
  const [isLater, setLater] = useState(false);
  return (
    <SignedIn
      status={status}
      session={session}
      problem={problem}
      onSession={(signed) => add({ session: signed })}
      later={[isLater, () => setLater(true)]}
    >
      {(officer, known) =>
        post ? (
          <LiveGate post={post} onSignOut={() => void signOut()} onSessionOver={forgetSession} />
        ) : (
          <DevicePost
            session={officer}
            status={known}
            problem={problem}
            onRegister={register}
            onSignOut={() => void signOut()}
          />
        )
      }
    </SignedIn>
  );
}
