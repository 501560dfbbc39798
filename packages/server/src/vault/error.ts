/** The vault cannot be opened or read; the message holds no personal data. */
export class VaultError extends Error {
  readonly id: string;

  /** @param id stable, `vault/…` @param message one sentence, without a full stop */
  constructor(id: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "VaultError";
    this.id = id;
  }
}
