import type { Language } from "../ir/texts.ts";
import type { ExplanationLine } from "./line.ts";

/** Columns a sentence may take before its provision moves to the next line. */
const SENTENCE_WIDTH = 72;

/** An explanation as indented text, one line a sentence, provisions in a column at the right. */
export function renderText(lines: readonly ExplanationLine[], language: Language): string {
  return lines.flatMap((line) => renderLine(line, language, 0)).join("\n");
}

function renderLine(line: ExplanationLine, language: Language, depth: number): string[] {
  const sentence = `${"  ".repeat(depth)}${line.text[language]}`;
  const cite = citeText(line, language);
  const padding = " ".repeat(Math.max(2, SENTENCE_WIDTH - widthOf(sentence)));
  return [
    cite === "" ? sentence : `${sentence}${padding}${cite}`,
    ...line.children.flatMap((child) => renderLine(child, language, depth + 1)),
  ];
}

function citeText({ cite, note }: ExplanationLine, language: Language): string {
  const told = note === undefined ? "" : language === "zh" ? `（${note.zh}）` : `(${note[language]})`;
  return [cite?.[language], told]
    .filter((part) => part !== undefined && part !== "")
    .join(language === "zh" ? "" : " ");
}

/** Han characters and full-width marks take two columns of a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\u9fff\uff00-\uff60]/u.test(character) ? 2 : 1), 0);
}
