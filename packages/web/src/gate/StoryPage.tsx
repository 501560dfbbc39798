import { type ReactNode, useState } from "react";
import type { Locale } from "../format/index.ts";
import { DevicePost } from "../sign-in/DevicePost.tsx";
import { SignIn } from "../sign-in/SignIn.tsx";
import { LanguageProvider } from "../ui/LanguageProvider.tsx";
import { GateScreen } from "./GateScreen.tsx";
import { stories } from "./stories.ts";
import { answer, base } from "./story-data.ts";
import { session, status } from "./story-sign-in.data.ts";
import type { GateActions } from "./view.ts";

/** Every story there is, for whoever takes their pictures. */
export const storyNames: readonly string[] = [...Object.keys(stories), "sign-in", "sign-in-link", "device"];

const still = (): void => undefined;
const on: GateActions = {
  act: still,
  next: still,
  check: still,
  setDirection: still,
  setTyping: still,
  setGoods: still,
  tickSlip: still,
  setTurned: still,
  cite: still,
  override: still,
  leaveOverride: still,
  dismiss: still,
  setPrinter: still,
  setSound: still,
  signOut: still,
  printSeals: async (count) => ({ kind: "ok", value: { receipt: answer.receipt, series: "K7MW3QA", count } }),
  sendPaper: async () => ({ kind: "ok", value: { answers: [], devices: [] } }),
};

/** One state of the gate, named in the address: #story=refer&language=kk. */
export function StoryPage({ story, language }: { readonly story: string; readonly language: Locale }): ReactNode {
  const [locale, choose] = useState<Locale>(language);
  return (
    <LanguageProvider locale={locale} choose={choose}>
      <Story name={story} language={language} />
    </LanguageProvider>
  );
}

function Story({ name, language }: { readonly name: string; readonly language: Locale }): ReactNode {
  if (name === "sign-in") return <SignIn onSession={still} onLater={still} />;
  if (name === "sign-in-link") return <SignIn session={session} onSession={still} onLater={still} />;
  if (name === "device")
    return <DevicePost session={session} status={status} onRegister={async () => undefined} onSignOut={still} />;
  return <GateScreen view={stories[name] ?? base} on={on} traveller={language} />;
}
