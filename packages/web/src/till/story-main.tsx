import { createRoot } from "react-dom/client";
import { misWritten } from "../format/written.data.ts";
import { session, status } from "../gate/story-sign-in.data.ts";
import { LanguageProvider } from "../ui/LanguageProvider.tsx";
import { locales } from "../ui/language.ts";
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
document.documentElement.dataset.misWritten = misWritten().join("; ");
document.documentElement.dataset.stories = [...Object.keys(stories), "place"].join(" ");
const query = new URLSearchParams(location.search);
const language = locales.find((one) => one === query.get("language")) ?? "en";
const view = stories[query.get("story") ?? ""];
createRoot(document.getElementById("root")!).render(
  <LanguageProvider locale={language} choose={still}>
    {view ? (
      <TillScreen view={view} on={on} />
    ) : (
      <TillPlace session={session} status={status} onRegister={async () => undefined} onSignOut={still} />
    )}
  </LanguageProvider>,
);
