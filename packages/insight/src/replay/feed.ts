/** What the fold reads of each row: 32-bit columns of one SELECT, and constants beside them. */
export type Feed = {
  /** Adds a column, once, and gives the name of its value in the loop. */
  readonly column: (sql: string) => string;
  /** Adds a constant and gives its name in the loop. */
  readonly constant: (value: unknown) => string;
  readonly columns: readonly string[];
  readonly constants: readonly unknown[];
};

export function createFeed(): Feed {
  const columns: string[] = [];
  const constants: unknown[] = [];
  return {
    columns,
    constants,
    column: (sql) => {
      const known = columns.indexOf(sql);
      return `v${known >= 0 ? known : columns.push(sql) - 1}`;
    },
    constant: (value) => `K${constants.push(value) - 1}`,
  };
}
