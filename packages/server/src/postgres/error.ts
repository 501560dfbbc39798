/** The embedded PostgreSQL cannot do its work; the message says what is wrong and which command mends it. */
export class PostgresError extends Error {
  readonly id: string;
  readonly data: Readonly<Record<string, string | number>>;

  /** @param id stable, `postgres/…` @param message one sentence, without a full stop @param data what the message names */
  constructor(id: string, message: string, data: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.name = "PostgresError";
    this.id = id;
    this.data = data;
  }
}
