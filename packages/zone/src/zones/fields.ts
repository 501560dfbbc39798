import { type Language, languages, type Texts } from "@twinline/rulebook";

/** The zone file does not say what it must; `path` names the field from the root, e.g. gates.CN-1.label. */
export class ZoneFileError extends Error {
  readonly id = "zone/file";
  readonly path: string;

  constructor(path: string, needs: string) {
    super(`Cannot read the zone file: "${path}" is not ${needs}`);
    this.path = path;
  }
}

/** One node of the file with its path: every reading that fails says where. */
export class Field {
  readonly path: string;
  readonly #value: unknown;

  constructor(value: unknown, path = "") {
    this.#value = value;
    this.path = path;
  }

  /** A member of an object; reading it fails when there is none. */
  at(name: string): Field {
    const object = this.#object();
    return new Field(Object.hasOwn(object, name) ? object[name] : undefined, this.#below(name));
  }

  get isPresent(): boolean {
    return this.#value !== undefined;
  }

  text(): string {
    if (typeof this.#value !== "string" || this.#value === "") throw new ZoneFileError(this.path, "text");
    return this.#value;
  }

  /** Whether it is exactly this word. */
  isText(word: string): boolean {
    return this.#value === word;
  }

  integer(): number {
    if (!Number.isSafeInteger(this.#value)) throw new ZoneFileError(this.path, "an integer");
    return this.#value as number;
  }

  textOrInteger(): string | number {
    return typeof this.#value === "number" ? this.integer() : this.text();
  }

  textOrBoolean(): string | boolean {
    return typeof this.#value === "boolean" ? this.#value : this.text();
  }

  language(): Language {
    const found = languages.find((one) => one === this.#value);
    if (found === undefined) throw new ZoneFileError(this.path, "a language of the product");
    return found;
  }

  /** One text in all four languages. */
  texts(): Texts {
    const all = languages.map((language) => [language, this.at(language).text()]);
    return Object.fromEntries(all) as Texts;
  }

  list(): readonly Field[] {
    if (!Array.isArray(this.#value)) throw new ZoneFileError(this.path, "a list");
    return this.#value.map((one, at) => new Field(one, this.#below(String(at))));
  }

  /** Members of an object in the order of the file. */
  members(): readonly { readonly name: string; readonly field: Field }[] {
    return Object.entries(this.#object()).map(([name, value]) => ({
      name,
      field: new Field(value, this.#below(name)),
    }));
  }

  /** Members of an object as they stand, for whoever reads them later. */
  values(): Readonly<Record<string, unknown>> {
    return this.#object();
  }

  #object(): Readonly<Record<string, unknown>> {
    if (typeof this.#value !== "object" || this.#value === null || Array.isArray(this.#value)) {
      throw new ZoneFileError(this.path, "an object");
    }
    return this.#value as Readonly<Record<string, unknown>>;
  }

  #below(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }
}
