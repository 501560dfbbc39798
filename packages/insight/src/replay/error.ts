/** A replay that cannot be run, or whose answer would be wrong. `name` of what stands in the way is in `subject`. */
export class ReplayError extends Error {
  override readonly name = "ReplayError";
  /** "replay/fact-absent", "replay/category", "replay/counter", "replay/no-effect", "replay/unknown-figure", … */
  readonly id: string;
  readonly subject: string;
  constructor(id: string, subject: string, message: string) {
    super(message);
    this.id = id;
    this.subject = subject;
  }
}
