import type { CheckedRulebook, Finding, Language } from "@twinline/rulebook";
import { languages } from "@twinline/rulebook";
import { completionsAt } from "./completion.ts";
import { declaredIn, type Position, rangeOf, wordAt } from "./document.ts";
import { hoverOf, provisionOf } from "./hover.ts";
import { loadDocument, surroundingsOf } from "./law-of.ts";

/** Documents open at once; the one opened longest ago is forgotten. */
export const DOCUMENTS_MAX = 100;
const METHOD_NOT_FOUND = -32_601;

type Document = { readonly text: string /** As it last held. */; readonly rulebook: CheckedRulebook | undefined };
type Message = { readonly id?: number | string; readonly method?: string; readonly params?: Params };
type Params = {
  readonly textDocument?: { readonly uri: string; readonly text?: string };
  readonly contentChanges?: readonly { readonly text: string }[];
  readonly position?: Position;
  readonly locale?: string;
};

/**
 * A language server for rulebooks: findings of the loader as they are typed, what a name means with its sources and the
 * history of its figure, names where they may stand, and the way to where one is declared. `send` takes its messages.
 */
export class LanguageServer {
  readonly #documents = new Map<string, Document>();
  readonly #send: (message: object) => void;
  #language: Language = "en";

  constructor(send: (message: object) => void) {
    this.#send = send;
  }

  /** Handles one message. @returns whether to go on */
  handle(message: unknown): boolean {
    const { id, method = "", params = {} } = message as Message;
    if (method === "exit") return false;
    if (id === undefined) this.#note(method, params);
    else this.#send({ jsonrpc: "2.0", id, ...this.#answer(method, params) });
    return true;
  }

  #note(method: string, { textDocument, contentChanges }: Params): void {
    if (textDocument === undefined) return;
    const { uri } = textDocument;
    if (method === "textDocument/didOpen") this.#open(uri, textDocument.text ?? "");
    if (method === "textDocument/didChange") this.#open(uri, contentChanges?.at(-1)?.text ?? "");
    if (method !== "textDocument/didClose") return;
    this.#documents.delete(uri);
    this.#publish(uri, []);
  }

  #answer(method: string, params: Params): object {
    switch (method) {
      case "initialize":
        this.#language = languages.find((one) => params.locale?.startsWith(one)) ?? "en";
        return { result: { capabilities, serverInfo: { name: "twinline" } } };
      case "shutdown":
        return { result: null };
      case "textDocument/hover":
        return { result: this.#at(params, (document, at) => this.#hover(document, params, at)) };
      case "textDocument/completion":
        return { result: this.#at(params, (document, at) => this.#complete(document, at)) ?? [] };
      case "textDocument/definition":
        return { result: this.#at(params, (document, at) => this.#define(document, params, at)) };
      default:
        return { error: { code: METHOD_NOT_FOUND, message: `Cannot answer "${method}": it is not offered` } };
    }
  }

  #at<T>({ textDocument, position }: Params, answer: (document: Document, at: Position) => T): T | null {
    const document = this.#documents.get(textDocument?.uri ?? "");
    return document === undefined || position === undefined ? null : answer(document, position);
  }

  #open(uri: string, text: string): void {
    const around = surroundingsOf(uri, text);
    const loaded = around && loadDocument(around);
    const before = this.#documents.get(uri)?.rulebook;
    const rulebook = loaded && "rulebook" in loaded ? loaded.rulebook : before;
    this.#documents.delete(uri);
    this.#documents.set(uri, { text, rulebook });
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > DOCUMENTS_MAX && oldest !== undefined) this.#documents.delete(oldest);
    const found = loaded === undefined ? [] : "rulebook" in loaded ? loaded.warnings : loaded.findings;
    const own = found.filter(({ at }) => at.file === `${around?.name}.yaml`);
    this.#publish(
      uri,
      own.map((finding) => diagnosticOf(text, finding)),
    );
  }

  #publish(uri: string, diagnostics: readonly object[]): void {
    this.#send({ jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params: { uri, diagnostics } });
  }

  #hover({ text, rulebook }: Document, { textDocument }: Params, at: Position): object | null {
    const found = wordAt(text, at);
    if (found === undefined || rulebook === undefined) return null;
    const { files, name } = surroundingsOf(textDocument!.uri, text) ?? { files: new Map<string, string>(), name: "" };
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    const textOf = (path: string) => files.get(folder + path);
    const value =
      hoverOf(rulebook, this.#language, found.word) ?? provisionOf(rulebook, this.#language, found.word, textOf);
    return value === undefined ? null : { contents: { kind: "markdown", value }, range: found.range };
  }

  #complete({ text, rulebook }: Document, at: Position): readonly object[] {
    return completionsAt(text, at, declaredIn(text), rulebook, this.#language);
  }

  #define({ text }: Document, { textDocument }: Params, at: Position): object | null {
    const name = wordAt(text, at)?.word.split("/")[0];
    const declared = declaredIn(text).find((one) => one.name === name);
    return declared === undefined ? null : { uri: textDocument!.uri, range: declared.range };
  }
}

const capabilities = {
  // NOTE: whole texts are sent; a rulebook is some 50 kB and is loaded as a whole anyway.
  textDocumentSync: 1,
  hoverProvider: true,
  definitionProvider: true,
  completionProvider: { triggerCharacters: [" ", '"', "("] },
};

/** A finding from its column to the end of the word there. */
function diagnosticOf(text: string, { at, severity, id, sentence }: Finding): object {
  const line = text.split("\n")[at.line - 1] ?? "";
  const word = /^[\w/.@"-]+/.exec(line.slice(at.column - 1))?.[0] ?? " ";
  return {
    range: rangeOf(at.line - 1, at.column - 1, word.length),
    severity: severity === "error" ? 1 : 2,
    code: id,
    source: "twinline",
    message: sentence,
  };
}
