import type { DocumentInput } from "@twinline/api";
import { type DocumentFacts, dayNumber, type Zone } from "@twinline/zone";
import { RequestError } from "../errors.ts";
import type { DocumentIdentity } from "../vault/persons.ts";

/** A document as it was read: what the rules may know, and what only the vault keeps. */
export type ReadDocument = {
  readonly facts: DocumentFacts;
  readonly identity: DocumentIdentity & { readonly number: string };
};

/** Reads what a reader or a hand gave. `field` is the JSON pointer of the document in the request. Throws RequestError 422. */
export function readDocument(input: DocumentInput, zone: Zone, field: string): ReadDocument {
  const { kind, number, nationality = "XX", name, born, expires } = input;
  if (kind === undefined || number === undefined)
    throw unreadable(`${field}/${kind === undefined ? "kind" : "number"}`);
  if (!zone.documents.byHand.includes(kind)) throw unreadable(`${field}/kind`);
  return {
    facts: {
      kind,
      nationality,
      ...(born === undefined ? {} : { bornDay: dayOf(born, `${field}/born`) }),
      ...(expires === undefined ? {} : { lastValidDay: dayOf(expires, `${field}/expires`) }),
    },
    identity: {
      issuer: nationality,
      number,
      kind,
      nationality,
      ...(name === undefined ? {} : { name }),
      ...(born === undefined ? {} : { born }),
      ...(expires === undefined ? {} : { expires }),
    },
  };
}

function dayOf(text: string, field: string): number {
  try {
    return dayNumber(text);
  } catch {
    throw unreadable(field);
  }
}

function unreadable(field: string): RequestError {
  return new RequestError("document/incomplete", 422, `Cannot read the document: "${field}" is missing or not known`, {
    field,
    texts: {
      zh: "证件信息不完整，请补充标出的一项。",
      kk: "Құжат деректері толық емес. Белгіленген өрісті толтырыңыз.",
      ru: "Данные документа неполны. Заполните отмеченное поле.",
      en: "The document's data are not complete. Fill in the marked field.",
    },
  });
}
