import type { Finding } from "../ir/finding.ts";
import type { Place } from "../ir/place.ts";

/** Findings beyond this many help nobody, and are not kept. */
export const maxFindings = 1000;

/** Collects what is wrong with a file, in the order found. */
export class Findings {
  readonly #list: Finding[] = [];
  #errors = 0;

  error(id: string, at: Place, sentence: string): void {
    this.#errors += 1;
    this.#add({ id, severity: "error", at, sentence });
  }

  warn(id: string, at: Place, sentence: string): void {
    this.#add({ id, severity: "warning", at, sentence });
  }

  /** Whether nothing found so far refuses the file. */
  get passed(): boolean {
    return this.#errors === 0;
  }

  /** The number of errors so far, to see whether a step added one. */
  get errors(): number {
    return this.#errors;
  }

  /** All findings by place: file, then line, then column. */
  sorted(): Finding[] {
    return this.#list.toSorted(
      (a, b) =>
        (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column,
    );
  }

  #add(finding: Finding): void {
    if (this.#list.length < maxFindings || (finding.severity === "error" && this.#errors === 1))
      this.#list.push(finding);
  }
}
