export type Edit = readonly [found: string, replacement: string];

/** One mistake seeded into the example: what is replaced, and the finding it is to give. */
export type Mistake = {
  readonly id: string;
  readonly replace: Edit;
  /** A second edit that the mistake needs. */
  readonly also?: Edit;
  /** Text of the edited file at whose start the finding stands; the first occurrence after `after`. */
  readonly at: string;
  readonly after?: string;
  readonly sentence: string;
};
