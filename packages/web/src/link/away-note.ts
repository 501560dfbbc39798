/** A stay as a gate without its node knows it: from its pack, or because it let the person in itself. */
export type AwayStay = {
  readonly visit: string;
  readonly gate: string;
  readonly enteredDay: number;
  readonly lastDay: number;
};

/** What a gate remembers of a passage it decided by itself, until its node knows: never sent, only compared. */
export type AwayNote = {
  /** Commitment of the document, so that the same person is known again. */
  readonly who: string;
  /** SHA-256 of the code on the pass that was given out here or shown here. */
  readonly pass?: string;
  readonly stay?: AwayStay;
};
