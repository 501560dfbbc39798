/** An openness analysis that cannot be run. `subject` is the name of what stands in the way. */
export class OpennessError extends Error {
  override readonly name = "OpennessError";
  /** "openness/counter", "openness/history", "openness/passport", "openness/origin-fact". */
  readonly id: string;
  readonly subject: string;
  constructor(id: string, subject: string, message: string) {
    super(message);
    this.id = id;
    this.subject = subject;
  }
}
