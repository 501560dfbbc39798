import { type Command, type ExitStatus, UsageError } from "./command.ts";

/** What the person at the terminal reads of a command that failed, and the status it ends with. */
export type Failure = { readonly status: ExitStatus; readonly lines: readonly string[] };

/** What the operating system says, with an id that stays, what happened and what to do; `%` is the file. */
const SYSTEM: Readonly<Record<string, readonly [id: string, sentence: string]>> = {
  ENOENT: ["file/not-found", 'Cannot find "%": check its name and the folder this runs in'],
  EACCES: ["file/not-allowed", 'Cannot open "%": this account may not; change its rights or choose another place'],
  EPERM: ["file/not-allowed", 'Cannot change "%": this account may not; change its rights or choose another place'],
  EISDIR: ["file/is-folder", 'Cannot read "%": it is a folder; name a file'],
  ENOTDIR: ["file/not-folder", 'Cannot open "%": a part of its path is a file; name a folder'],
  EEXIST: ["file/exists", 'Cannot make "%": it is there already; name another or move it away'],
  ENOSPC: ["disk/full", 'Cannot write "%": the disk is full; make room and run this again'],
  ECONNREFUSED: ["node/unreachable", "Cannot reach %: nobody listens there; start the node, or mend the address"],
  ENOTFOUND: ["node/unreachable", "Cannot reach %: no such host; mend the address"],
};

/** Every failure is told with a stable id at its end, in brackets; a mistake in the command line with its usage too. */
export function tellFailure(error: unknown, { usage }: Command, also: readonly string[] = []): Failure {
  if (isUsage(error)) {
    const more = also.length === 0 ? [] : [`also:  ${also.map((name) => `twinline ${name}`).join(", ")}`];
    return { status: 2, lines: [`${error.message} [command/usage]`, `usage: twinline ${usage}`, ...more] };
  }
  return { status: 3, lines: [sentenceOf(error)] };
}

function isUsage(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)} [command/failed]`;
  const { code, path, address, port, id } = error as Error & Readonly<Record<string, unknown>>;
  const known = SYSTEM[String(code)];
  if (known === undefined) return `${error.message} [${typeof id === "string" ? id : "command/failed"}]`;
  const where = path ?? (address === undefined ? "the node" : `${address}:${port}`);
  return `${known[1].replace("%", () => String(where))} [${known[0]}]`;
}
