import type { ZoneNode } from "../node.ts";
import { vaultKeysOf } from "./keys.ts";
import { type Token, VaultStore } from "./store.ts";

/** A document as far as it tells who holds it. `issuer` is the issuing state or place as the document writes it. */
export type DocumentIdentity = {
  readonly issuer: string;
  readonly number: string;
  readonly born?: string;
  readonly name?: string;
  readonly nationality?: string;
  readonly expires?: string;
  readonly kind?: string;
};

/** What the vault keeps of a person's newest document. */
export type PersonRecord = Readonly<Record<string, string>>;

/** People of one side: a random token in the journal, everything else in the vault (promises.md D5). */
export type Persons = {
  /** The person's token; the same document gives the same token, as long as the person is not erased. Tells the watch list's token too. */
  tokenFor(document: DocumentIdentity): Promise<Token>;
  /** Token of a known document, without writing. */
  find(document: DocumentIdentity): Promise<string | undefined>;
  /** Says that a further document is the same person's; false when it is known as another's. */
  link(token: string, document: DocumentIdentity): Promise<boolean>;
  /** Name, number and the rest by token; erased persons are absent. */
  reveal(tokens: readonly string[]): Promise<Map<string, PersonRecord>>;
  /** Destroys a person's key and lookup rows; the journal keeps a token that means nobody. */
  destroy(token: string): Promise<boolean>;
};

/** The persons of a node's own side. */
export function openPersons(node: Pick<ZoneNode, "database" | "secrets" | "side">): Persons {
  const store = new VaultStore(node.database, vaultKeysOf(node.secrets), node.side, "person");
  return {
    tokenFor: (document) =>
      store.tokenFor({ fields: identityOf(document), record: recordOf(document), watched: watchedFields(document) }),
    find: (document) => store.find(identityOf(document)),
    link: (token, document) => store.link(token, { fields: identityOf(document), record: recordOf(document) }),
    reveal: (tokens) => store.reveal(tokens),
    destroy: (token) => store.destroy(token),
  };
}

/** Issuing state, number, day of birth: a reused number with another birthday is another person. */
function identityOf({ issuer, number, born }: DocumentIdentity): string[] {
  return [plain(issuer), plain(number), born ?? ""];
}

/** A watch list knows a document by its state and number alone. */
export function watchedFields({ issuer, number }: Pick<DocumentIdentity, "issuer" | "number">): string[] {
  return [plain(issuer), plain(number)];
}

function recordOf(document: DocumentIdentity): PersonRecord {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));
}

/** Readers and hands write fillers, spaces and case differently; a document number knows none of them. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
