import type { DocumentInput } from "@twinline/api";
import { type Locale, parseDay } from "../format/index.ts";
import type { MessageKey } from "../messages/catalogue.ts";

/** A document as an officer types it; every field is still text. */
export type DocumentDraft = {
  readonly kind: string;
  readonly number: string;
  readonly nationality: string;
  readonly name: string;
  readonly born: string;
  readonly expires: string;
};
export type DocumentField = keyof DocumentDraft;
export type DraftErrors<F extends string> = Readonly<Partial<Record<F, MessageKey>>>;

export const emptyDocument: DocumentDraft = { kind: "", number: "", nationality: "", name: "", born: "", expires: "" };

const NUMBER = /^[A-Z0-9<-]{3,40}$/;
const NATIONALITY = /^[A-Z]{2}$/;

type Read<T, F extends string> = { readonly value: T } | { readonly errors: DraftErrors<F> };

/** Reads a typed document, or says at each field what is wrong. What the law asks beyond that, the node says. */
export function readDocument(draft: DocumentDraft, locale: Locale): Read<DocumentInput, DocumentField> {
  const number = draft.number.replace(/\s/g, "").toUpperCase();
  const nationality = draft.nationality.trim().toUpperCase();
  const name = draft.name.trim();
  const [born, expires] = [parseDay(locale, draft.born), parseDay(locale, draft.expires)];
  const isTyped = (text: string): boolean => text.trim() !== "";
  const errors: DraftErrors<DocumentField> = {
    ...(draft.kind === "" && { kind: "gate.error.kind" }),
    ...(!NUMBER.test(number) && { number: "gate.error.number" }),
    ...(!NATIONALITY.test(nationality) && { nationality: "gate.error.nationality" }),
    ...(isTyped(draft.born) && !born && { born: "gate.error.day" }),
    ...(isTyped(draft.expires) && !expires && { expires: "gate.error.day" }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return {
    value: {
      kind: draft.kind,
      number,
      nationality,
      ...(name !== "" && { name }),
      ...(born && { born: born.toString() }),
      ...(expires && { expires: expires.toString() }),
    },
  };
}

/** Field of the form that a JSON pointer of the node's problem means, e.g. "/document/expires". */
export function fieldOf(pointer: string | undefined): DocumentField | undefined {
  const name = /^\/document\/(\w+)$/.exec(pointer ?? "")?.[1];
  return name !== undefined && Object.hasOwn(emptyDocument, name) ? (name as DocumentField) : undefined;
}
