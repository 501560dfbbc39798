import type { Texts } from "@twinline/rulebook";
import type { DocumentError, DocumentPlace } from "./document-error.ts";
import en from "./messages/en.json" with { type: "json" };
import kk from "./messages/kk.json" with { type: "json" };
import ru from "./messages/ru.json" with { type: "json" };
import zh from "./messages/zh.json" with { type: "json" };
import type { DocumentWarning } from "./travel-document.ts";

type Catalogue = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;
const catalogues: Readonly<Record<keyof Texts, Catalogue>> = { zh, kk, ru, en };

/** What a traveller is told: the field at fault, where it stands, what was perhaps misread, and what to do. */
export function documentErrorText(error: DocumentError): Texts {
  return inAll((catalogue) => {
    const field = catalogue[`document/field/${error.field}`] ?? error.field;
    const sentences = [
      fill(catalogue, error.id, { field, expected: error.expected ?? "" }),
      ...whereToLook(catalogue, error),
      fill(catalogue, "document/again", {}),
    ];
    // Chinese sentences follow one another without a space.
    return sentences.join(catalogue === zh ? "" : " ");
  });
}

/** What an officer is told beside a document that was read. */
export function documentWarningText(warning: DocumentWarning): Texts {
  return inAll((catalogue) => fill(catalogue, warning, {}));
}

/** One likely misreading says where to look. The place of a check digit does not, for any character may be wrong. */
function whereToLook(catalogue: Catalogue, { id, place, hints }: DocumentError): readonly string[] {
  const [hint, another] = hints;
  if (hint !== undefined && another === undefined) {
    return [withPlace(catalogue, "document/hint", hint, { read: hint.read, perhaps: hint.perhaps })];
  }
  if (place === undefined || id === "document/check-digit" || id === "vehicle/vin-check") return [];
  return [withPlace(catalogue, "document/place", place, {})];
}

function withPlace(catalogue: Catalogue, id: string, { line, column }: DocumentPlace, values: Values): string {
  return line === undefined
    ? fill(catalogue, `${id}-typed`, { ...values, column })
    : fill(catalogue, id, { ...values, line, column });
}

function inAll(text: (catalogue: Catalogue) => string): Texts {
  return { zh: text(catalogues.zh), kk: text(catalogues.kk), ru: text(catalogues.ru), en: text(catalogues.en) };
}

function fill(catalogue: Catalogue, id: string, values: Values): string {
  const message = catalogue[id];
  if (message === undefined) throw new Error(`Cannot find the text "${id}"`);
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
