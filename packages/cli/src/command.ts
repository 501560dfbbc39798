/** What a command may touch of the world; tests pass another record. */
export type Effects = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Progress is shown on a terminal and kept silent in a pipe. */
  readonly isTerminal: boolean;
};

/** Exit status: 0 done, 1 the answer is no, 2 usage, 3 the system could not. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** One sub-command of `twinline`; `name` may hold two words ("traffic generate"). */
export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  readonly run: (args: readonly string[], effects: Effects) => Promise<ExitStatus>;
};

/** The command line itself is wrong; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
