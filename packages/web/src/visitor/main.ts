import "./visitor.css";
import { addLines } from "./add-lines.ts";
import { answerInPlace } from "./answer-in-place.ts";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live]")) answerInPlace(form);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-add]")) addLines(button);
