import { createRoot } from "react-dom/client";
import { misWritten } from "../format/written.data.ts";
import { locales } from "../ui/language.ts";
import { StoryPage, storyNames } from "./StoryPage.tsx";
import "./gate.css";

document.documentElement.dataset.misWritten = misWritten().join("; ");
document.documentElement.dataset.stories = storyNames.join(" ");
const query = new URLSearchParams(location.search);
const language = locales.find((one) => one === query.get("language")) ?? "en";
createRoot(document.getElementById("root")!).render(<StoryPage story={query.get("story") ?? ""} language={language} />);
