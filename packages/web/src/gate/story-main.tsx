import { showStories } from "../ui/show-stories.tsx";
import { StoryPage, storyNames } from "./StoryPage.tsx";
import "./gate.css";

showStories(storyNames, (story, language) => <StoryPage story={story} language={language} />);
