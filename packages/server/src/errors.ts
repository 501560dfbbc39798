import type { Texts } from "@twinline/api";

type Data = Readonly<Record<string, string | number | boolean>>;

/** The node refuses to start; the message says what is wrong and what to do (promises.md P30). */
export class StartError extends Error {
  readonly id: string;
  readonly data: Data;

  /** @param id stable, `start/…` @param message one sentence, without a full stop @param data what the message names */
  constructor(id: string, message: string, data: Data = {}) {
    super(message);
    this.name = "StartError";
    this.id = id;
    this.data = data;
  }
}

/** A request that cannot be answered; the app presents it as an RFC 9457 problem. */
export class RequestError extends Error {
  readonly id: string;
  readonly status: number;
  readonly field: string | undefined;
  readonly texts: Texts | undefined;
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param id stable, `concept/what`
   * @param status HTTP status, 4xx or 503
   * @param message English sentence for developers, without a full stop and without personal data
   * @param more JSON pointer of the field at fault, texts for people, seconds to wait
   */
  constructor(
    id: string,
    status: number,
    message: string,
    more: { field?: string; texts?: Texts; retryAfterSeconds?: number } = {},
  ) {
    super(message);
    this.name = "RequestError";
    this.id = id;
    this.status = status;
    this.field = more.field;
    this.texts = more.texts;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
