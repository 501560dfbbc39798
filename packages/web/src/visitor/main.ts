import "./visitor.css";
import { addLines } from "./add-lines.ts";
import { answerInPlace } from "./answer-in-place.ts";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live]")) answerInPlace(form);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-add]")) addLines(button);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
const codes = document.querySelectorAll<HTMLElement>("[data-qr]");
// Only a slip brings the code's picture along; the other pages stay as light as they are.
if (codes.length > 0) void import("./queue/draw-code.ts").then(({ drawCode }) => codes.forEach(drawCode));
