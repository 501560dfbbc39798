/** A backup cannot be made, or a restore cannot be believed; the message says what to do. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  /** Stable, `backup/…`. */
  readonly id: string;

  constructor(id: string, message: string) {
    super(message);
    this.id = id;
  }
}
