import type { Held } from "../compile/decision.ts";
import type { Message, MessageCase, MessagePart } from "../ir/message.ts";
import type { Language } from "../ir/texts.ts";
import { formatNumber, pluralOf } from "./format.ts";

/** What a say-text may ask of a decision. */
export type SayValues = {
  readonly held: (name: string) => Held | readonly Held[] | undefined;
  readonly text: (name: string) => string;
};

/** A say-text with its names filled in, plural forms and choices taken. */
export function renderMessage(message: Message, language: Language, values: SayValues): string {
  return message.map((part) => renderPart(part, language, values)).join("");
}

function renderPart(part: MessagePart, language: Language, values: SayValues): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "argument":
      return values.text(part.name);
    case "number":
      return formatNumber(language, wholeOf(values.held(part.name)));
    case "plural": {
      const count = wholeOf(values.held(part.name));
      const exact = part.cases.find(({ key }) => key === `=${count}`);
      return renderMessage((exact ?? findCase(part.cases, pluralOf(language, count))).message, language, values);
    }
    case "select":
      return renderMessage(findCase(part.cases, String(values.held(part.name))).message, language, values);
  }
}

function findCase(cases: readonly MessageCase[], key: string): MessageCase {
  return cases.find((each) => each.key === key) ?? cases.at(-1)!;
}

function wholeOf(value: Held | readonly Held[] | undefined): bigint {
  return typeof value === "number" || typeof value === "bigint" ? BigInt(value) : 0n;
}
