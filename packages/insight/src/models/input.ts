/** The input of a model cannot be used: `path` names the field, the message what was expected there. */
export class ModelInputError extends Error {
  override readonly name = "ModelInputError";
  readonly id = "model/input";
  readonly path: string;
  constructor(path: string, expected: string) {
    super(`Cannot use "${path}" of the input: ${expected}`);
    this.path = path;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads one JSON object field by field; whatever does not fit is a ModelInputError that names the place. */
export class Input {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
  constructor(value: unknown, path = "input") {
    if (!isObject(value)) throw new ModelInputError(path, "an object is expected");
    this.fields = value;
    this.path = path;
  }

  at(name: string): string {
    return this.path === "input" ? name : `${this.path}.${name}`;
  }

  /** Whether the field is there and not null. */
  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  number(name: string, otherwise?: number): number {
    if (!this.has(name) && otherwise !== undefined) return otherwise;
    const value = this.fields[name];
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new ModelInputError(this.at(name), "a number is expected");
    return value;
  }

  /** The number, or undefined when the field is missing or null. */
  optional(name: string): number | undefined {
    return this.has(name) ? this.number(name) : undefined;
  }

  integer(name: string, otherwise?: number): number {
    const value = this.number(name, otherwise);
    if (!Number.isSafeInteger(value)) throw new ModelInputError(this.at(name), "a whole number is expected");
    return value;
  }

  text(name: string, otherwise?: string): string {
    if (!this.has(name) && otherwise !== undefined) return otherwise;
    const value = this.fields[name];
    if (typeof value !== "string") throw new ModelInputError(this.at(name), "a text is expected");
    return value;
  }

  /** A text that must be one of `words`. */
  oneOf<const Word extends string>(name: string, words: readonly Word[], otherwise?: Word): Word {
    const value = this.text(name, otherwise);
    const found = words.find((word) => word === value);
    if (found === undefined)
      throw new ModelInputError(this.at(name), `one of ${words.join(", ")} is expected, not "${value}"`);
    return found;
  }

  boolean(name: string, otherwise?: boolean): boolean {
    if (!this.has(name) && otherwise !== undefined) return otherwise;
    const value = this.fields[name];
    if (typeof value !== "boolean") throw new ModelInputError(this.at(name), "true or false is expected");
    return value;
  }

  object(name: string): Input {
    return new Input(this.fields[name], this.at(name));
  }

  optionalObject(name: string): Input | undefined {
    return this.has(name) ? this.object(name) : undefined;
  }

  list(name: string): readonly unknown[] {
    const value = this.fields[name];
    if (!Array.isArray(value)) throw new ModelInputError(this.at(name), "a list is expected");
    return value;
  }

  objects(name: string): readonly Input[] {
    return this.list(name).map((value, index) => new Input(value, `${this.at(name)}[${index}]`));
  }

  numbers(name: string): readonly number[] {
    return this.list(name).map((value, index) => {
      if (typeof value !== "number" || !Number.isFinite(value))
        throw new ModelInputError(`${this.at(name)}[${index}]`, "a number is expected");
      return value;
    });
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value, index) => {
      if (typeof value !== "string") throw new ModelInputError(`${this.at(name)}[${index}]`, "a text is expected");
      return value;
    });
  }

  /** Every field of the object as a number, by name. */
  allNumbers(): ReadonlyMap<string, number> {
    return new Map(Object.keys(this.fields).map((name) => [name, this.number(name)]));
  }

  day(name: string): Temporal.PlainDate {
    try {
      return Temporal.PlainDate.from(this.text(name), { overflow: "reject" });
    } catch {
      throw new ModelInputError(this.at(name), "a day as 2025-01-31 is expected");
    }
  }
}
