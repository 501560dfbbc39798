import type { Place } from "../ir/place.ts";

/** Stops a parser at the first thing it cannot read; the reader turns it into a finding. */
export class SyntaxProblem extends Error {
  readonly id: string;
  readonly at: Place;

  constructor(at: Place, sentence: string, id = "expression/syntax") {
    super(sentence);
    this.name = "SyntaxProblem";
    this.id = id;
    this.at = at;
  }
}
