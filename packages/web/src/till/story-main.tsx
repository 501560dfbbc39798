import { session, status } from "../gate/story-sign-in.data.ts";
import { LanguageProvider } from "../ui/LanguageProvider.tsx";
import { showStories } from "../ui/show-stories.tsx";
import { stories } from "./stories.data.ts";
import { TillPlace } from "./TillPlace.tsx";
import { TillScreen } from "./TillScreen.tsx";
import type { TillActions } from "./view.ts";
import "./till.css";

const still = (): void => undefined;
const on: TillActions = {
  setGoods: still,
  sell: still,
  hold: still,
  giveBack: still,
  takeBack: still,
  closeDay: still,
  open: still,
  next: still,
};
showStories([...Object.keys(stories), "place"], (story, language) => (
  <LanguageProvider locale={language} choose={still}>
    {stories[story] ? (
      <TillScreen view={stories[story]} on={on} />
    ) : (
      <TillPlace session={session} status={status} onRegister={async () => undefined} onSignOut={still} />
    )}
  </LanguageProvider>
));
