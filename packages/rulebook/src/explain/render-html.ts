import type { Language } from "../ir/texts.ts";
import type { ExplanationLine } from "./line.ts";

/** An explanation as a nested list; every text is escaped, nothing else is inserted. */
export function renderHtml(lines: readonly ExplanationLine[], language: Language): string {
  return `<ul class="explanation" lang="${language}">${lines.map((line) => renderLine(line, language)).join("")}</ul>`;
}

function renderLine({ text, cite, note, children }: ExplanationLine, language: Language): string {
  const parts = [
    `<span>${escapeText(text[language])}</span>`,
    cite && `<cite>${escapeText(cite[language])}</cite>`,
    note && `<small>${escapeText(note[language])}</small>`,
    children.length > 0 && `<ul>${children.map((child) => renderLine(child, language)).join("")}</ul>`,
  ];
  return `<li>${parts.filter(Boolean).join(" ")}</li>`;
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
